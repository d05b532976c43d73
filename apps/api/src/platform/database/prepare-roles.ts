import pg from 'pg';
import { getMetadataArgsStorage } from 'typeorm';
import type { Config } from '../config/config.ts';
import { entities } from '../../entities.ts';
import { clientConfig } from './client-config.ts';
import { grantStatements, ourNames, revokeStatements, roleStatements, takeBackStatement } from './grants.ts';
import { isAlone } from './own-place.ts';
import { type ServingRole, type ServingRoles, servingRoles } from './serving-roles.ts';

/** The owner may not create roles, and they are not there (or their passwords are others): SQL for who may. */
export class RolesMissing extends Error {
  constructor(readonly sql: string) {
    super(
      'The user of DATABASE_URL may not create roles. Run this as a user who may, then start again:\n\n' +
        sql +
        '\n',
    );
    this.name = 'RolesMissing';
  }
}

/** A role that is there, with the right password, is not let in. */
export class RoleRefused extends Error {
  override name = 'RoleRefused';
  constructor(role: string, reason: string) {
    super(
      `The role ${role}, which serves, can’t sign in at the address of DATABASE_URL (${reason}). pg_hba.conf must let it ` +
        'in, and a pooler must know it (auth_query or userlist.txt); or name PostgreSQL itself in DATABASE_URL.',
    );
  }
}

/**
 * Makes the serving roles and their rights what they should be. Repeatable; `owner` is connected as the owner of the
 * tables in `schema`.
 */
export async function prepareRoles(owner: pg.Client, config: Config, schema: string): Promise<void> {
  const roles = servingRoles(config);
  await makeRoles(owner, roles, config.databaseUrl);
  const tables = getMetadataArgsStorage()
    .filterTables(entities)
    .flatMap(({ name }) => name ?? []);
  const { rows } = await owner.query<{ database: string }>('SELECT current_database() AS database');
  const database = rows[0]?.database ?? '';
  if (await isAlone(owner, schema, ourNames(tables))) {
    for (const statement of revokeStatements(database)) await owner.query(statement).catch(unlessForbidden);
  }
  await takeBack(owner, schema, tables, roles);
  await owner.query('BEGIN');
  for (const statement of grantStatements({ database, schema, tables }, roles)) await owner.query(statement);
  await owner.query('COMMIT');
}

/** Releases up to 1.0 let the serving role read all tables of the schema, whoever's. */
async function takeBack(
  owner: pg.Client,
  schema: string,
  tables: readonly string[],
  { app, reader }: ServingRoles,
): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT DISTINCT c.relname AS name FROM pg_class AS c, aclexplode(c.relacl) AS a
      WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = $1) AND c.relname <> ALL($2)
        AND c.relkind <> 'S' AND a.grantee IN (SELECT oid FROM pg_roles WHERE rolname IN ($3, $4))`,
    [schema, ourNames(tables), app.name, reader.name],
  );
  for (const { name } of rows) {
    await owner.query(takeBackStatement(schema, name, { app, reader })).catch(unlessForbidden);
  }
}

/** Another's database serves all the same. */
function unlessForbidden(error: unknown): void {
  if ((error as { code?: string }).code !== '42501') throw error;
}

/** Roles that can sign in already are left alone: they belong to the whole server, others may be using them. */
async function makeRoles(owner: pg.Client, roles: ServingRoles, databaseUrl: string): Promise<void> {
  const wanted: ServingRole[] = [];
  for (const role of [roles.app, roles.reader]) {
    if ((await signInRefusal(databaseUrl, role)) !== null) wanted.push(role);
  }
  if (!wanted.length) return;
  const names = wanted.map((role) => role.name);
  const { rows } = await owner.query<{ name: string }>(
    'SELECT rolname AS name FROM pg_roles WHERE rolname = ANY($1)',
    [names],
  );
  const statements = roleStatements(wanted, new Set(rows.map((row) => row.name)));
  try {
    for (const statement of statements) await owner.query(statement);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === '42501') throw new RolesMissing(statements.map((one) => `${one};`).join('\n'));
    throw error;
  }
  for (const role of wanted) {
    const refusal = await signInRefusal(databaseUrl, role);
    if (refusal) throw new RoleRefused(role.name, refusal);
  }
}

/** What the database says when the role signs in; null = it can. */
async function signInRefusal(databaseUrl: string, role: ServingRole): Promise<string | null> {
  const client = new pg.Client({ ...clientConfig(databaseUrl, role), connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return null;
  } catch (error) {
    return (error as Error).message || 'no answer';
  } finally {
    await client.end().catch(() => undefined);
  }
}
