import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { doctor } from '../src/cli/doctor.ts';
import { migrateAndBegin } from '../src/cli/migrate.ts';
import { addUser, resetPassword } from '../src/cli/users.ts';
import { createApp } from '../src/app.setup.ts';
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
  expect(said).toEqual(['2 of 9 checks failed.']);
});
