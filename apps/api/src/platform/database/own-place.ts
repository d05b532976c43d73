import type pg from 'pg';

/** The database is not one that we may work in. The message says why, and what to do. */
export class PlaceRefused extends Error {
  override name = 'PlaceRefused';
}

const remedy = 'Nothing was changed. Give Gonggo a database of its own, or a schema of its own:';
const firstMigration = 'Foundation1795305600000';

interface Found {
  /** Where the owner's search_path leads; null = nowhere. */
  current: string | null;
  /** Schemas that hold tables of a Gonggo, whoever's. */
  gonggos: string[];
}

/**
 * Which schema is ours: the one that holds our tables, else the first of the owner's search_path, if nobody else's
 * tables are in it. Asked before anything is made; throws `PlaceRefused`.
 */
export async function ownSchema(owner: pg.Client): Promise<string> {
  const { rows } = await owner.query<Found>(
    `SELECT current_schema() AS current, ARRAY(
       SELECT n.nspname::text FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
        WHERE c.relname = 'published_posting' AND c.relkind = 'r' ORDER BY c.oid) AS gonggos`,
  );
  const { current, gonggos } = rows[0] as Found;
  const [found, ...others] = gonggos;
  if (current === null) {
    throw new PlaceRefused('The search_path of the user of DATABASE_URL leads to no schema that is there.');
  }
  if (others.length || (found !== undefined && found !== current)) {
    throw new PlaceRefused(
      `Another Gonggo lives in this database, in the schema ${gonggos.join(', ')}, and two of them would share ` +
        'their roles. Nothing was changed. Give this one a database of its own.',
    );
  }
  if (found === undefined) await refuseForeign(owner, current);
  return current;
}

/** Tables that are not an extension's, nor the list of migrations that a start which was cut off has left. */
async function refuseForeign(owner: pg.Client, schema: string): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class AS c
      WHERE c.relnamespace = $1::text::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
        AND NOT EXISTS (SELECT FROM pg_depend AS d
                         WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('e', 'a', 'i'))
      ORDER BY c.relname`,
    [quoted(schema)],
  );
  const names = rows.map(({ name }) => name);
  if (names.length === 0 || (names.length === 1 && (await isUnfinished(owner, names[0])))) return;
  const shown = names.slice(0, 5).join(', ') + (names.length > 5 ? ', …' : '');
  throw new PlaceRefused(
    `The database of DATABASE_URL holds tables that are not Gonggo’s (schema ${schema}: ${shown}). ${remedy}\n` +
      '  CREATE DATABASE gonggo;  (and name it in DATABASE_URL)\n' +
      '  CREATE SCHEMA gonggo; ALTER ROLE … IN DATABASE … SET search_path = gonggo;  (the user of DATABASE_URL)',
  );
}

/** Made by the first migration, which did not come to its end: an empty list, or a table of the same name? */
async function isUnfinished(owner: pg.Client, name = ''): Promise<boolean> {
  if (name !== 'migration') return false;
  const { rows } = await owner.query<{ columns: string }>(
    `SELECT string_agg(attname, ' ' ORDER BY attnum) AS columns FROM pg_attribute
      WHERE attrelid = 'migration'::regclass AND attnum > 0 AND NOT attisdropped`,
  );
  if (rows[0]?.columns !== 'id timestamp name') return false;
  const { rowCount } = await owner.query('SELECT 1 FROM migration WHERE name <> $1', [firstMigration]);
  return rowCount === 0;
}

/**
 * Whether nobody else lives in the whole database: then what everybody may do in it is ours to limit. Schemas and
 * tables of extensions don't count.
 */
export async function isAlone(owner: pg.Client, schema: string, ours: readonly string[]): Promise<boolean> {
  const { rows } = await owner.query<{ foreign: boolean }>(
    `SELECT EXISTS (
       SELECT FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
        WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
          AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT (n.nspname = $1 AND c.relname = ANY($2))
          AND NOT EXISTS (SELECT FROM pg_depend AS d
                           WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
     ) OR EXISTS (
       SELECT FROM pg_namespace AS n
        WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'public', $1)
          AND NOT EXISTS (SELECT FROM pg_depend AS d
                           WHERE d.classid = 'pg_namespace'::regclass AND d.objid = n.oid AND d.deptype = 'e')
     ) AS foreign`,
    [schema, ours],
  );
  return rows[0]?.foreign === false;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
