import type { Config } from '../platform/config/config.ts';
import { clientConfig } from '../platform/database/client-config.ts';
import { Connection } from '../platform/database/connection.ts';
import { owningSession } from '../platform/database/limits.ts';
import { migrations } from '../platform/database/migrations.ts';
import { type ServingRole, servingRoles } from '../platform/database/serving-roles.ts';
import { say, UsageError } from './owning.ts';

interface Check {
  name: string;
  /** Null = fine; else what is wrong and what to do. */
  look: () => Promise<string | null>;
}

/** Looks at everything a start relies on and says what to do about what is wrong. Changes nothing. */
export async function doctor(config: Config): Promise<void> {
  const roles = servingRoles(config);
  const checks: Check[] = [
    { name: 'database answers', look: () => ask(config, null, 'SELECT 1', () => null) },
    {
      name: 'PostgreSQL is 15 or newer, in UTF8',
      look: () => ask(config, null, versionSql, versionProblem),
    },
    { name: 'sorting and search know Korean', look: () => ask(config, null, localeSql, localeProblem) },
    { name: 'schema is up to date', look: () => ask(config, null, migrationSql, migrationProblem) },
    {
      name: `${roles.app.name} can sign in`,
      look: () => ask(config, roles.app, 'SELECT 1 FROM posting LIMIT 1', () => null),
    },
    {
      name: `${roles.reader.name} sees what is published`,
      look: () => ask(config, roles.reader, 'SELECT 1 FROM published_posting LIMIT 1', () => null),
    },
    {
      name: `${roles.reader.name} sees no drafts`,
      look: () => refused(config, roles.reader),
    },
    ...[roles.app, roles.reader].map((role) => ({
      name: `${role.name} can make no tables`,
      look: () => ask(config, role, ddlSql, ddlProblem),
    })),
    {
      name: 'an owner can sign in',
      look: () =>
        ask(config, null, ownerSql, (row) => (row ? null : 'Run: npm run gonggo -- user password <email>')),
    },
    {
      name: 'no job has given up',
      look: () =>
        ask(config, null, jobSql, (row) => (row ? `${String(row.kind)}: ${String(row.last_error)}` : null)),
    },
  ];
  let wrong = 0;
  for (const { name, look } of checks) {
    const problem = await look().catch((error: Error) => error.message);
    wrong += problem === null ? 0 : 1;
    say(problem === null ? `ok     ${name}` : `WRONG  ${name}: ${problem}`);
  }
  if (wrong) throw new UsageError(`${wrong} of ${checks.length} checks failed.`);
}

type Row = Record<string, unknown>;

const versionSql = `SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding`;
const localeSql = `SELECT lower('É가') = 'é가' AS folds, EXISTS (SELECT FROM pg_collation WHERE collname = 'ko-KR-x-icu') AS korean`;
const migrationSql = `SELECT name FROM migration ORDER BY id DESC LIMIT 1`;
const ownerSql = `SELECT 1 FROM account WHERE role = 'owner' AND locked_at IS NULL AND password_hash IS NOT NULL LIMIT 1`;
const jobSql = `SELECT kind, last_error FROM job WHERE done_at IS NULL AND attempts >= max_attempts ORDER BY created_at DESC LIMIT 1`;

const ddlSql = `
  SELECT quote_ident(current_database()) AS database, has_schema_privilege('public', 'CREATE') AS tables,
    has_database_privilege(current_database(), 'TEMPORARY') AS temporary,
    has_database_privilege(current_database(), 'CREATE') AS schemas`;

const ddlProblem = (row?: Row) => {
  const database = String(row?.database);
  const cures = [
    ...(row?.temporary ? [`REVOKE TEMPORARY ON DATABASE ${database} FROM PUBLIC;`] : []),
    ...(row?.schemas ? [`REVOKE CREATE ON DATABASE ${database} FROM PUBLIC;`] : []),
    ...(row?.tables ? ['REVOKE CREATE ON SCHEMA public FROM PUBLIC;'] : []),
  ];
  return cures.length ? `Run as the owner of the database: ${cures.join(' ')}` : null;
};

const versionProblem = (row?: Row) =>
  Number(row?.version) >= 150_000 && row?.encoding === 'UTF8'
    ? null
    : 'Use PostgreSQL 15 or newer with a UTF8 database.';

const localeProblem = (row?: Row) =>
  row?.folds && row.korean
    ? null
    : 'Make the cluster with initdb --locale=C.UTF-8 and a PostgreSQL built with ICU.';

const migrationProblem = (row?: Row) =>
  row?.name === new (migrations.at(-1) ?? Object)().constructor.name
    ? null
    : 'Run: npm run gonggo -- migrate';

async function ask(
  config: Config,
  role: ServingRole | null,
  sql: string,
  judge: (row?: Row) => string | null,
): Promise<string | null> {
  const client = new Connection({
    ...clientConfig(config.databaseUrl, role),
    application_name: 'gonggo doctor',
    connectionTimeoutMillis: 5_000,
    session: { ...owningSession, role: role?.name ?? null, statementMs: 5_000, silentMs: 6_000 },
  });
  try {
    await client.connect();
    return judge((await client.query<Row>(sql)).rows[0]);
  } finally {
    await client.end();
  }
}

async function refused(config: Config, role: ServingRole): Promise<string | null> {
  return ask(
    config,
    role,
    'SELECT 1 FROM posting LIMIT 1',
    () => 'It may read drafts. Run: npm run gonggo -- migrate',
  ).catch((error: Error & { code?: string }) => (error.code === '42501' ? null : error.message));
}
