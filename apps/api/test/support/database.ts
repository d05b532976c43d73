import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { Config, readConfig } from '../../src/platform/config/config.ts';
import { migrate } from '../../src/platform/database/migrate.ts';

/** A superuser's address of the server that tests use: `npm test` sets it; by hand, any PostgreSQL ≥ 15 will do. */
export const serverUrl = (): string => {
  const url = process.env.TEST_DATABASE_URL;
  if (!url)
    throw new Error(
      'TEST_DATABASE_URL is missing: run `npm test -- --only api`, or name a PostgreSQL server.',
    );
  return url;
};

/** A database of one test file's own. */
export interface TestDatabase {
  url: string;
  /** Runs SQL as the superuser. */
  sql<Row extends pg.QueryResultRow = Record<string, unknown>>(
    text: string,
    values?: unknown[],
  ): Promise<Row[]>;
  drop(): Promise<void>;
}

/** An empty database; `__` keeps the roles of all test databases the same. */
export async function emptyDatabase(): Promise<TestDatabase> {
  return create((name) => `CREATE DATABASE ${name}`);
}

/** A migrated one: a clone of a template, which takes some 50 ms. */
export async function migratedDatabase(): Promise<TestDatabase> {
  const template = await prepareTemplate();
  return create((name) => `CREATE DATABASE ${name} TEMPLATE ${template}`);
}

/** What every test's API runs with, on the database of `url`. */
export function testConfig(url: string, env: Record<string, string> = {}): Config {
  return readConfig({
    DATABASE_URL: url,
    DATA_DIR: join(tmpdir(), 'gonggo-test-data'),
    API_PORT: '0',
    SITE_URL: 'http://localhost:3000',
    SECRET_KEY: 'a key for what the database must not show',
    SITE_SECRET: 'a secret that only the site knows',
    OWNER_PASSWORD: 'the owner’s own password',
    ...env,
  });
}

async function create(statement: (name: string) => string): Promise<TestDatabase> {
  const name = `gonggo_test__${randomBytes(6).toString('hex')}`;
  await onServer((server) => server.query(statement(name)));
  const url = urlOf(name);
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  pool.on('error', () => undefined);
  return {
    url,
    sql: async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
      (await pool.query<Row>(text, values)).rows,
    drop: async () => {
      await pool.end();
      await onServer((server) => server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}

/** Named after what it is made from: made once, used by every later run until the schema changes. */
async function prepareTemplate(): Promise<string> {
  const name = `gonggo_test__template_${schemaHash()}`;
  await onServer(async (server) => {
    await server.query('SELECT pg_advisory_lock(4711)');
    const { rowCount } = await server.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount) return;
    const draft = `${name}_draft`;
    await server.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
    await server.query(`CREATE DATABASE ${draft}`);
    await migrate(testConfig(urlOf(draft)));
    await server.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
  });
  return name;
}

function schemaHash(): string {
  const folder = join(__dirname, '../../src/platform/database');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(readFileSync(join(folder, file)));
  return hash.digest('hex').slice(0, 12);
}

function urlOf(database: string): string {
  const url = new URL(serverUrl());
  url.pathname = `/${database}`;
  return url.href;
}

async function onServer(work: (server: pg.Client) => Promise<unknown>): Promise<void> {
  const server = new pg.Client({ connectionString: serverUrl() });
  await server.connect();
  try {
    await work(server);
  } finally {
    await server.end();
  }
}
