import type pg from 'pg';
import type { Config } from '../config/config.ts';
import { clientConfig } from './client-config.ts';
import { Connection } from './connection.ts';
import { owningDataSource } from './data-source.ts';
import { owningSession } from './limits.ts';
import { ownSchema, PlaceRefused } from './own-place.ts';
import { refuseSharedConnections } from './pooler.ts';
import { prepareRoles } from './prepare-roles.ts';

/** Any number, the same for every process: one migrates, the others wait. */
const migrationLock = 7_110_417;

/**
 * Brings the schema, the serving roles and their rights up to date. Each migration is one transaction, so it can be
 * killed at any moment and run again. Throws `RolesMissing` when somebody with more rights must help; and, before
 * anything is made, `PlaceRefused` where others' tables are and `PoolerRefused` where connections are shared.
 */
export async function migrate(config: Config, say: (line: string) => void = () => undefined): Promise<void> {
  const how = {
    ...clientConfig(config.databaseUrl, null),
    application_name: 'gonggo migrate',
    connectionTimeoutMillis: 10_000,
    session: owningSession,
  };
  const owner = new Connection(how);
  await owner.connect();
  try {
    await checkServer(owner);
    await refuseSharedConnections(owner, how);
    await owner.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    const schema = await ownSchema(owner);
    const dataSource = await owningDataSource(config).initialize();
    try {
      for (const { name } of await dataSource.runMigrations()) say(`Migrated: ${name}`);
    } finally {
      await dataSource.destroy();
    }
    await prepareRoles(owner, config, schema);
  } finally {
    await owner.end().catch(() => undefined);
  }
}

async function checkServer(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ version: number; encoding: string }>(
    `SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding`,
  );
  const { version, encoding } = rows[0] ?? { version: 0, encoding: '' };
  if (version < 150_000)
    throw new PlaceRefused(
      `PostgreSQL 15 or newer is needed; the server of DATABASE_URL is ${Math.floor(version / 10_000)}.`,
    );
  if (encoding !== 'UTF8')
    throw new PlaceRefused(
      `The database of DATABASE_URL is in ${encoding}; Gonggo needs one in UTF8. Nothing was changed. Make one:\n` +
        "  CREATE DATABASE gonggo TEMPLATE template0 ENCODING 'UTF8';  (and name it in DATABASE_URL)",
    );
}
