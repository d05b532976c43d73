import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { createApp } from '../src/app.setup.ts';
import { clientConfig } from '../src/platform/database/client-config.ts';
import { WrongRole } from '../src/platform/database/connection.ts';
import { explainDatabase } from '../src/platform/database/explain.ts';
import { servingLimits } from '../src/platform/database/limits.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { servingRoles } from '../src/platform/database/serving-roles.ts';
import { settingsOf } from '../src/platform/database/session.ts';
import { serve } from './support/api.ts';
import { emptyDatabase, serverUrl, testConfig } from './support/database.ts';

/** A server that others use, too: databases and roles with names of this file's own. */
const mark = randomBytes(4).toString('hex');
const admin = new pg.Client({ connectionString: serverUrl() });
const databases: string[] = [];
const roles: string[] = [];
const within = (database: string, user?: string, password = 'guest') => {
  const url = new URL(serverUrl());
  url.pathname = `/${database}`;
  if (user) Object.assign(url, { username: user, password });
  return url.href;
};
async function ask(url: string, ...statements: string[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const one of statements) ({ rows } = await client.query<Record<string, unknown>>(one));
    return rows;
  } finally {
    await client.end();
  }
}
async function newDatabase(name: string, how = ''): Promise<string> {
  databases.push(`${name}_${mark}`);
  await admin.query(`CREATE DATABASE ${name}_${mark} ${how}`);
  return `${name}_${mark}`;
}
async function newRole(name: string, rights = ''): Promise<string> {
  roles.push(`${name}_${mark}`);
  await admin.query(`CREATE ROLE ${name}_${mark} LOGIN ${rights} PASSWORD 'guest'`);
  return `${name}_${mark}`;
}
beforeAll(() => admin.connect());
afterAll(async () => {
  for (const name of databases) await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  for (const name of databases) roles.push(`${name}_app`, `${name}_reader`);
  for (const name of roles) await admin.query(`DROP ROLE IF EXISTS ${name}`);
  await admin.end();
});

/** Who is signed in as what while an API serves at this address. */
async function signedIn(url: string): Promise<Record<string, string[]>> {
  const config = testConfig(url);
  await migrate(config);
  const app = await createApp(config);
  try {
    const at = await serve(app);
    await fetch(`${at}/api/v1/postings`);
    const { rows } = await admin.query<{ name: string; users: string[] }>(
      `SELECT application_name AS name, array_agg(DISTINCT usename::text) AS users FROM pg_stat_activity
        WHERE datname = $1 AND application_name LIKE 'gonggo %' GROUP BY 1`,
      [clientConfig(url, null).database],
    );
    return Object.fromEntries(rows.map(({ name, users }) => [name, users]));
  } finally {
    await app.close();
  }
}

describe('an address', () => {
  const { hostname, port, username, password } = new URL(serverUrl());
  const forms: [string, (database: string) => string][] = [
    ['with the user before the @', (d) => `postgres://${username}:${password}@${hostname}:${port}/${d}`],
    [
      'with the user in the query',
      (d) => `postgres://${hostname}:${port}/${d}?user=${username}&password=${password}`,
    ],
    [
      'with all of it in the query',
      (d) => `postgres://?dbname=${d}&host=${hostname}&port=${port}&user=${username}&password=${password}`,
    ],
    [
      'with half of it in the query',
      (d) => `postgresql://${username}@${hostname}/${d}?port=${port}&password=${password}`,
    ],
  ];
  test.each(forms)('%s leads to the lesser roles, in every pool', async (_form, addressOf) => {
    const database = await newDatabase('forms');
    const [app, reader] = [`${database}_app`, `${database}_reader`];
    expect(await signedIn(addressOf(database))).toEqual({
      'gonggo api': [app],
      'gonggo limits': [app],
      'gonggo news': [reader],
      'gonggo reads': [reader],
    });
    databases.splice(databases.indexOf(database), 1);
    await admin.query(`DROP DATABASE ${database} WITH (FORCE)`);
    for (const role of [app, reader]) await admin.query(`DROP ROLE ${role}`);
  });

  test('that leads to another role than the one wanted stops the start', async () => {
    const database = await newDatabase('lured');
    const config = testConfig(within(database));
    await migrate(config);
    const { app } = servingRoles(config);
    const strong = await newRole('strong');
    await admin.query(`GRANT ${strong} TO ${app.name}`);
    await admin.query(`ALTER ROLE ${app.name} SET role = ${strong}`);
    const failure = await createApp(config).catch((error: Error) => error);
    expect(failure).toBeInstanceOf(WrongRole);
    expect((failure as Error).message).toMatch(`signed in as ${app.name}, but is ${strong}`);
  });
});

describe('a database that others live in', () => {
  test('is refused before anything is made, and they keep their rights', async () => {
    const database = await newDatabase('payroll');
    const clerk = await newRole('clerk');
    await ask(within(database), 'GRANT CREATE ON SCHEMA public TO PUBLIC', 'CREATE TABLE wage (id int)');
    const before = await ask(
      within(database),
      "SELECT datacl, (SELECT nspacl FROM pg_namespace WHERE nspname = 'public') FROM pg_database WHERE datname = current_database()",
    );
    await expect(migrate(testConfig(within(database)))).rejects.toThrow(
      /tables that are not Gonggo’s \(schema public: wage\)[^]*database of its own/,
    );
    expect(
      await ask(within(database), "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"),
    ).toEqual([{ relname: 'wage' }]);
    expect(
      await ask(
        within(database),
        "SELECT datacl, (SELECT nspacl FROM pg_namespace WHERE nspname = 'public') FROM pg_database WHERE datname = current_database()",
      ),
    ).toEqual(before);
    await ask(within(database, clerk), 'CREATE TEMP TABLE t (a int)', 'CREATE TABLE mine (a int)');
  });

  test('is shared where Gonggo has a schema of its own: its tables go there, others feel nothing', async () => {
    const database = await newDatabase('shared');
    const [careers, clerk] = [await newRole('careers', 'CREATEROLE'), await newRole('clerk2')];
    await ask(
      within(database),
      'GRANT CREATE ON SCHEMA public TO PUBLIC',
      'CREATE TABLE wage (id int)',
      `CREATE SCHEMA careers AUTHORIZATION ${careers}`,
      `ALTER ROLE ${careers} IN DATABASE ${database} SET search_path = careers`,
    );
    const url = within(database, careers);
    const before = await ask(
      within(database),
      "SELECT has_database_privilege('public', current_database(), 'TEMP') AS temp",
    );
    expect(Object.keys(await signedIn(url))).toHaveLength(4);
    expect(
      await ask(
        within(database),
        "SELECT has_database_privilege('public', current_database(), 'TEMP') AS temp",
      ),
    ).toEqual(before);
    await ask(within(database, clerk), 'CREATE TEMP TABLE t (a int)', 'CREATE TABLE mine (a int)');
    const rows = await ask(
      within(database),
      `SELECT (SELECT count(*)::int FROM pg_class WHERE relnamespace = 'careers'::regnamespace AND relkind = 'r') > 20 AS here,
              (SELECT count(*)::int FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r') AS there,
              has_table_privilege('${database}_app', 'wage', 'SELECT') AS reads`,
    );
    expect(rows).toEqual([{ here: true, there: 2, reads: false }]);
    // A second start finds its tables, and the lesser roles in them.
    expect(Object.keys(await signedIn(url))).toHaveLength(4);
    await expect(migrate(testConfig(within(database)))).resolves.toBeUndefined();
  });

  test('whose tables came after Gonggo’s is served on; what an older release gave away is taken back', async () => {
    const database = await newDatabase('later');
    const config = testConfig(within(database));
    await migrate(config);
    await ask(within(database), 'CREATE TABLE wage (id int)', `GRANT SELECT ON wage TO ${database}_app`);
    await migrate(config);
    expect(
      await ask(within(database), `SELECT has_table_privilege('${database}_app', 'wage', 'SELECT') AS reads`),
    ).toEqual([{ reads: false }]);
  });

  test('a search_path that leads nowhere is refused', async () => {
    const database = await newDatabase('nowhere');
    await admin.query(`ALTER DATABASE ${database} SET search_path = absent`);
    await expect(migrate(testConfig(within(database)))).rejects.toThrow('no schema that is there');
  });
});

test('a database in another encoding is refused in words, with the way to one in UTF8', async () => {
  const database = await newDatabase(
    'surroundings_ascii',
    "TEMPLATE template0 ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C'",
  );
  const refused = await migrate(testConfig(within(database))).catch((error: Error) => error);
  expect(explainDatabase(refused as Error)).toContain(
    "CREATE DATABASE gonggo TEMPLATE template0 ENCODING 'UTF8'",
  );
});

test('nothing that a server, a database or a role sets changes what a connection reads', async () => {
  const { url, drop } = await emptyDatabase();
  const name = clientConfig(url, null).database ?? '';
  const foreign: Record<string, string> = {
    array_nulls: 'off',
    bytea_output: 'escape',
    DateStyle: 'German, DMY',
    default_transaction_deferrable: 'on',
    default_transaction_isolation: 'serializable',
    default_transaction_read_only: 'on',
    extra_float_digits: '-5',
    gin_fuzzy_search_limit: '1',
    idle_session_timeout: '60000',
    IntervalStyle: 'iso_8601',
    lock_timeout: '1',
    standard_conforming_strings: 'off',
    statement_timeout: '7000000',
    TimeZone: 'Asia/Seoul',
    transform_null_equals: 'on',
  };
  const config = testConfig(url);
  await migrate(config);
  for (const [setting, value] of Object.entries(foreign))
    await admin.query(`ALTER DATABASE ${name} SET ${setting} = '${value}'`);
  await migrate(config);
  const app = await createApp(config);
  try {
    const at = await serve(app);
    const { app: role } = servingRoles(config);
    const { DataSource } = await import('typeorm');
    const rows = await app
      .get(DataSource)
      .query<{ name: string; setting: string }[]>('SELECT name, setting FROM pg_settings');
    const found = Object.fromEntries(rows.map((row) => [row.name, row.setting]));
    const wanted = settingsOf(servingLimits(role.name).session);
    for (const [setting, value] of Object.entries(wanted)) {
      if (setting in found) expect([setting, found[setting]]).toEqual([setting, value]);
    }
    const row = (
      await app.get(DataSource).query<Record<string, unknown>[]>(
        `SELECT timestamptz '2026-07-01 12:00+09' AS at, date '2026-07-01' AS day, '\\xff00'::bytea AS bytes,
                0.1::float8 + 0.2::float8 AS number, '{NULL}'::text[] AS list`,
      )
    )[0];
    expect(row).toMatchObject({
      at: new Date('2026-07-01T03:00:00Z'),
      bytes: Buffer.from([255, 0]),
      number: 0.1 + 0.2,
      list: [null],
    });
    expect((await fetch(`${at}/api/v1/changes`)).status).toBe(200);
  } finally {
    await app.close();
    await drop();
  }
});
