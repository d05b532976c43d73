import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import { doctor } from '../src/cli/doctor.ts';
import { migrateAndBegin } from '../src/cli/migrate.ts';
import { addUser, resetPassword } from '../src/cli/users.ts';
import { createApp } from '../src/app.setup.ts';
import { clientConfig } from '../src/platform/database/client-config.ts';
import { servingRoles } from '../src/platform/database/serving-roles.ts';
import { emptyDatabase, testConfig, type TestDatabase } from './support/database.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await emptyDatabase()));
afterAll(() => database.drop());

/** What a verb prints. */
async function printed(work: () => Promise<void>): Promise<string> {
  const lines: string[] = [];
  const write = jest
    .spyOn(process.stdout, 'write')
    .mockImplementation((text) => lines.push(String(text)) > 0);
  try {
    await work();
  } finally {
    write.mockRestore();
  }
  return lines.join('').trim();
}

async function signIn(email: string, password: string): Promise<number> {
  const app = await createApp(testConfig(database.url));
  await app.init();
  const reply = await app.inject({ method: 'POST', url: '/api/v1/sessions', payload: { email, password } });
  await app.close();
  return reply.statusCode;
}

test('the first migration makes the owner and says so in its last line; later ones change nobody', async () => {
  const config = testConfig(database.url, { OWNER_EMAIL: 'Me@Gonggo.Example' });
  const first = (await printed(() => migrateAndBegin(config))).split('\n').at(-1) ?? '';
  const owner = { email: 'me@gonggo.example', password: 'the owner’s own password' };
  expect(JSON.parse(first)).toEqual({ firstRun: true, owner });
  const again = await printed(() =>
    migrateAndBegin(testConfig(database.url, { OWNER_EMAIL: 'other@gonggo.example' })),
  );
  expect(again).toBe('{"firstRun":false,"owner":null}');
  expect(await signIn(owner.email, owner.password)).toBe(201);
  expect(await database.sql('SELECT 1 FROM account')).toHaveLength(1);
});

test('a generated owner password works', async () => {
  await database.sql('DELETE FROM account');
  const config = testConfig(database.url, { OWNER_PASSWORD: '' });
  const { owner } = JSON.parse(await printed(() => migrateAndBegin(config))) as {
    owner: { email: string; password: string };
  };
  expect(owner.password).toMatch(/^[\w-]{20}$/);
  expect(await signIn(owner.email, owner.password)).toBe(201);
});

test('a person is added with a link, and gets a new password without TOTP', async () => {
  const config = testConfig(database.url);
  const link = await printed(() => addUser(config, ['boss@gonggo.example', 'owner', '홍', '길동']));
  expect(link).toMatch(/http:\/\/localhost:3000\/admin\/invitation#[\w-]{43}$/);
  await expect(addUser(config, ['boss@gonggo.example', 'owner'])).rejects.toThrow('has an account already');
  await expect(addUser(config, ['x@gonggo.example', 'king'])).rejects.toThrow('Usage');

  await database.sql(
    `UPDATE account SET totp_secret = 'JBSWY3DPEHPK3PXP', locked_at = now() WHERE name = '홍 길동'`,
  );
  const said = await printed(() => resetPassword(config, ['Boss@gonggo.example']));
  const password = /: ([\w-]{20})$/m.exec(said)?.[1] ?? '';
  expect(await signIn('boss@gonggo.example', password)).toBe(201);
  await expect(resetPassword(config, ['nobody@gonggo.example'])).rejects.toThrow('There is no account');
});

test('the roles that serve make no tables, also where everybody could before', async () => {
  const config = testConfig(database.url);
  const { app, reader } = servingRoles(config);
  const refusals = async () => {
    const codes: unknown[] = [];
    for (const role of [app, reader]) {
      const client = new pg.Client(clientConfig(database.url, role));
      await client.connect();
      for (const sql of ['CREATE TEMP TABLE t (a int)', 'CREATE TABLE t (a int)', 'CREATE SCHEMA s']) {
        await client.query('BEGIN');
        codes.push(await client.query(sql).catch((error: { code?: string }) => error.code));
        await client.query('ROLLBACK');
      }
      await client.end();
    }
    return codes;
  };
  const [row] = await database.sql<{ name: string }>('SELECT current_database() AS name');
  // As PostgreSQL 14 left it.
  await database.sql(`GRANT TEMPORARY ON DATABASE ${row?.name} TO PUBLIC`);
  await database.sql('GRANT CREATE ON SCHEMA public TO PUBLIC');
  const said = await printed(() => doctor(config).catch(() => undefined));
  for (const role of [app, reader]) {
    expect(said).toContain(
      `WRONG  ${role.name} can make no tables: Run as the owner of the database: ` +
        `REVOKE TEMPORARY ON DATABASE ${row?.name} FROM PUBLIC; REVOKE CREATE ON SCHEMA public FROM PUBLIC;`,
    );
  }
  await printed(() => migrateAndBegin(config));
  expect(await refusals()).toEqual(Array<string>(6).fill('42501'));
});

test('a database of somebody else is migrated all the same', async () => {
  // Its own roles: theirs are made by a user of the server that may do nothing else.
  const name = `foreign${randomBytes(4).toString('hex')}`;
  const url = new URL(database.url);
  await database.sql(`CREATE DATABASE ${name}`);
  await database.sql(`CREATE ROLE ${name}_owner LOGIN CREATEROLE PASSWORD 'guest'`);
  url.pathname = `/${name}`;
  const server = new pg.Client({ connectionString: url.href });
  await server.connect();
  try {
    await server.query(`GRANT ALL ON SCHEMA public TO ${name}_owner`);
    [url.username, url.password] = [`${name}_owner`, 'guest'];
    const config = testConfig(url.href);
    await printed(() => migrateAndBegin(config));
    const said = await printed(() => doctor(config).catch(() => undefined));
    expect(said).toContain(`ok     ${name}_app can sign in`);
    expect(said).toContain(
      `WRONG  ${name}_app can make no tables: Run as the owner of the database: REVOKE TEMP`,
    );
  } finally {
    await server.end();
    await database.sql(`DROP DATABASE ${name} WITH (FORCE)`);
    for (const role of ['app', 'reader', 'owner']) await database.sql(`DROP ROLE IF EXISTS ${name}_${role}`);
  }
});

test('the doctor finds nothing, until there is something', async () => {
  const config = testConfig(database.url);
  expect(await printed(() => doctor(config))).not.toContain('WRONG');
  await database.sql(`UPDATE account SET locked_at = now()`);
  await database.sql(
    `INSERT INTO job (id, kind, payload, attempts, max_attempts, last_error)
     VALUES (gen_random_uuid(), 'make-avif', '{}', 10, 10, 'out of memory')`,
  );
  const said: string[] = [];
  const failing = printed(() => doctor(config).catch((error: Error) => void said.push(error.message)));
  expect(await failing).toMatch(
    /WRONG {2}an owner can sign in: Run[^]*WRONG {2}no job has given up: make-avif: out of memory/,
  );
  expect(said).toEqual(['2 of 11 checks failed.']);
});
