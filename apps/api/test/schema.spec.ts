import { randomBytes } from 'node:crypto';
import { afterAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { owningDataSource } from '../src/platform/database/data-source.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { RolesMissing } from '../src/platform/database/prepare-roles.ts';
import { clientConfig } from '../src/platform/database/client-config.ts';
import { type ServingRole, servingRoles } from '../src/platform/database/serving-roles.ts';
import { migratedDatabase, serverUrl, testConfig, type TestDatabase } from './support/database.ts';

const made: TestDatabase[] = [];
const keep = async (database: Promise<TestDatabase>) => {
  made.push(await database);
  return database;
};
afterAll(() => Promise.all(made.map((database) => database.drop())));

/** Connects as a serving role and tries one statement: null, or the SQLSTATE it fails with. */
async function attempt(url: string, role: ServingRole, statement: string): Promise<string | null> {
  const client = new pg.Client(clientConfig(url, role));
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query(statement);
    return null;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  } finally {
    await client.end();
  }
}

test('the migrations make exactly what the entities say', async () => {
  const { url } = await keep(migratedDatabase());
  const dataSource = await owningDataSource({ databaseUrl: url }).initialize();
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  await dataSource.destroy();
  expect(upQueries.map(({ query }) => query)).toEqual([]);
});

/** What each serving role may do with each table. Who adds a line opens a table: say in the review why. */
test('each role may do with each table what is listed here, and no more', async () => {
  const { sql, url } = await keep(migratedDatabase());
  const roles = servingRoles(testConfig(url));
  const rows = await sql<{ name: string; app: string; reader: string }>(
    `SELECT c.relname AS name, r.app, r.reader FROM pg_class c, LATERAL (
       SELECT string_agg(left(p, 1), '') FILTER (WHERE has_table_privilege($1, c.oid, p)) AS app,
              coalesce(string_agg(left(p, 1), '') FILTER (WHERE has_table_privilege($2, c.oid, p)), '') AS reader
       FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES']) AS p) AS r
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v') ORDER BY c.relname`,
    [roles.app.name, roles.reader.name],
  );
  expect(Object.fromEntries(rows.map(({ name, app, reader }) => [name, `${app} ${reader}`]))).toEqual({
    account: 'SIUD ',
    api_key: 'SIUD ',
    audit_event: 'SI ',
    change: 'SI S',
    change_counter: 'SIU S',
    facet_count: 'SIUD S',
    idempotency: 'SIUD ',
    image: 'SIUD ',
    image_chunk: 'SID ',
    image_variant: 'SIUD ',
    invitation: 'SIUD ',
    job: 'SIUD ',
    known_place: 'SIUD ',
    migration: 'S ',
    posting: 'SIUD ',
    publication: 'SI ',
    published_image: 'S S',
    published_image_chunk: 'S S',
    published_image_variant: 'S S',
    published_posting: 'SIUD S',
    rate_limit: 'SIUD ',
    section: 'SIUD ',
    session: 'SIUD ',
    setting: 'SIU S',
    slug_alias: 'SIUD S',
    term: 'SIUD ',
    tombstone: 'SIUD S',
  });
});

test('the serving roles have no DDL, and the reader cannot write or see drafts by any statement', async () => {
  const { url } = await keep(migratedDatabase());
  const { app, reader } = servingRoles(testConfig(url));
  const ddl = [
    'CREATE TABLE x (id int)',
    'DROP TABLE setting',
    'ALTER TABLE setting ADD x int',
    'CREATE SCHEMA x',
  ];
  for (const role of [app, reader]) {
    for (const statement of ddl)
      expect([statement, await attempt(url, role, statement)]).toEqual([statement, '42501']);
  }
  const readings = [
    'SELECT 1 FROM posting',
    'SELECT 1 FROM section',
    'SELECT password_hash FROM account',
    'SELECT 1 FROM session',
    'SELECT 1 FROM api_key',
    'SELECT 1 FROM image',
    'SELECT 1 FROM image_chunk',
    'SELECT 1 FROM publication',
    'COPY posting TO STDOUT',
    "INSERT INTO change (seq, type, posting_id, slug, locale, version, at) VALUES (1, 'x', gen_random_uuid(), 'x', 'ko', 1, now())",
    "UPDATE setting SET site_name = 'x'",
    "CREATE OR REPLACE FUNCTION clock_now() RETURNS timestamptz LANGUAGE sql AS 'SELECT now()'",
  ];
  for (const statement of readings) {
    expect([statement, await attempt(url, reader, statement)]).toEqual([statement, '42501']);
  }
  expect(await attempt(url, reader, 'SELECT 1 FROM published_posting, setting, published_image')).toBeNull();
  expect(await attempt(url, app, "UPDATE publication SET title = 'rewritten'")).toBe('42501');
});

test('without the right to create roles, the start says which SQL to run, and then goes on', async () => {
  const name = `gonggo_t${randomBytes(5).toString('hex')}`;
  const server = new pg.Client({ connectionString: serverUrl() });
  await server.connect();
  await server.query(`CREATE ROLE ${name} LOGIN NOSUPERUSER NOCREATEROLE PASSWORD 'a plain owner'`);
  await server.query(`CREATE DATABASE ${name} OWNER ${name}`);
  const url = new URL(serverUrl());
  Object.assign(url, { username: name, password: encodeURIComponent('a plain owner'), pathname: `/${name}` });
  try {
    const failure = await migrate(testConfig(url.href)).then(
      () => null,
      (error: Error) => error,
    );
    expect(failure).toBeInstanceOf(RolesMissing);
    const { sql } = failure as RolesMissing;
    expect(sql.split('\n')).toHaveLength(2);
    expect((failure as Error).message).toContain(sql);
    await server.query(sql);
    await migrate(testConfig(url.href));
  } finally {
    await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
    for (const role of [`${name}_app`, `${name}_reader`, name])
      await server.query(`DROP ROLE IF EXISTS ${role}`);
    await server.end();
  }
});

test('roles are named after the database and shared by its clones only', () => {
  const of = (databaseUrl: string) => servingRoles({ databaseUrl, dataDir: '/nowhere' });
  const one = of('postgres://a:secret@db/gonggo');
  expect([one.app.name, one.reader.name]).toEqual(['gonggo_app', 'gonggo_reader']);
  expect(of('postgres://a:secret@elsewhere:6543/gonggo__clone')).toEqual(one);
  expect(of('postgres://a:other@db/gonggo').app.password).not.toBe(one.app.password);
  expect(one.app.password).not.toBe(one.reader.password);
});
