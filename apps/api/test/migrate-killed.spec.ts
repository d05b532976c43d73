import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { migrate } from '../src/platform/database/migrate.ts';
import { emptyDatabase, migratedDatabase, testConfig, type TestDatabase } from './support/database.ts';
import { schemaOf } from './support/schema.ts';

const made: TestDatabase[] = [];
const keep = async (database: Promise<TestDatabase>) => {
  made.push(await database);
  return database;
};
let expected: string[];
let database: TestDatabase;
let dataDir: string;
beforeAll(async () => {
  expected = await schemaOf(await keep(migratedDatabase()));
  database = await keep(emptyDatabase());
  dataDir = mkdtempSync(join(tmpdir(), 'gonggo-test-'));
});
afterAll(async () => {
  await Promise.all(made.map((one) => one.drop()));
  rmSync(dataDir, { recursive: true, force: true });
});

const isMigrated = async () =>
  (await database.sql(`SELECT 1 FROM pg_class WHERE relname = 'posting'`)).length > 0;
const startOver = () => database.sql('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
const connections = `
  FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'gonggo migrate'`;

test('cut off at ten random moments and by two processes at once, migrating ends in the same schema', async () => {
  const quiet = jest.spyOn(console, 'log').mockImplementation(() => undefined); // TypeORM tells of each cut
  const config = testConfig(database.url);
  const began = Date.now();
  await migrate(config);
  const whole = Date.now() - began;
  let cut = 10;
  while (cut > 0) {
    if (await isMigrated()) await startOver();
    const run = migrate(config).then(
      () => false,
      () => true,
    );
    await new Promise((resolve) => setTimeout(resolve, Math.random() * whole));
    await database.sql(`SELECT pg_terminate_backend(pid) ${connections}`);
    if (await run) cut -= 1;
  }
  quiet.mockRestore();
  await Promise.all([migrate(config), migrate(config)]);
  expect(await schemaOf(database)).toEqual(expected);
  await migrate(config);
  expect(await schemaOf(database)).toEqual(expected);
});

const cli = join(__dirname, '../dist/cli.js');

/** `gonggo migrate` as the launcher runs it, in a process of its own. */
function migrating(): { child: ChildProcess; ended: Promise<{ code: number | null; said: string }> } {
  const child = spawn(process.execPath, [cli, 'migrate'], {
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: database.url,
      DATA_DIR: dataDir,
      OWNER_PASSWORD: 'the owner’s own password',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => (said += data));
  const ended = new Promise<{ code: number | null; said: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, said })),
  );
  return { child, ended };
}

const pause = (milliseconds: number) => new Promise((next) => setTimeout(next, milliseconds));
const isConnected = async () => (await database.sql(`SELECT 1 ${connections}`)).length > 0;

/** The moment the process is at the database: killing it while Node still starts would prove nothing. */
async function connected(child: ChildProcess): Promise<void> {
  while (child.exitCode === null && !(await isConnected())) await pause(5);
}

/** Its connections outlive a killed process by as long as the server needs to notice. */
async function disconnected(): Promise<void> {
  while (await isConnected()) await pause(5);
}

test('killed at ten random moments, the process that migrates leaves what the next one finishes', async () => {
  if (!existsSync(cli)) throw new Error('Build the API first: npx nx build api');
  await startOver();
  const first = migrating();
  await connected(first.child);
  const began = Date.now();
  expect(await first.ended).toMatchObject({ code: 0 });
  // The first run is the slowest: what is to hit later ones while they work must not be longer than they are.
  let whole = Date.now() - began;
  await disconnected();

  let killed = 0;
  while (killed < 10) {
    if (await isMigrated()) await startOver();
    const { child, ended } = migrating();
    await connected(child);
    const from = Date.now();
    const finished = ended.then(({ code }) => {
      if (code === null) killed += 1;
      else whole = Math.min(whole, Date.now() - from);
    });
    await pause(Math.random() * whole);
    child.kill('SIGKILL');
    await finished;
    await disconnected();
  }

  // It waits for no one: the lock went with the process that held it.
  const { code, said } = await migrating().ended;
  expect({ code, said }).toMatchObject({ code: 0 });
  expect(await schemaOf(database)).toEqual(expected);
  expect(await database.sql('SELECT role FROM account')).toEqual([{ role: 'owner' }]);
}, 180_000);
