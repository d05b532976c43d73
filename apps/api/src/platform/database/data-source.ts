import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Config } from '../config/config.ts';
import { BoundedPool } from './bounded-pool.ts';
import { clientConfig } from './client-config.ts';
import { entities } from '../../entities.ts';
import { owningSession, servingLimits } from './limits.ts';
import { migrations } from './migrations.ts';
import { servingRoles } from './serving-roles.ts';

const shared = {
  type: 'postgres',
  entities,
  synchronize: false,
  // What fails is thrown, and logged by whoever answers for it.
  logging: false,
  installExtensions: false,
  useUTC: true,
  driver: { ...pg, Pool: BoundedPool },
  poolErrorHandler: () => undefined,
} satisfies DataSourceOptions;

/** What serves authors: no DDL, short statements, a queue that has an end. */
export function servingDataSource(config: Config): DataSource {
  const { app } = servingRoles(config);
  return new DataSource({
    ...shared,
    applicationName: 'gonggo api',
    extra: {
      ...clientConfig(config.databaseUrl, app),
      max: config.databasePool,
      ...servingLimits(app.name),
    },
  });
}

/** What migrates: the owner of the tables, one connection, without limits of time. */
export function owningDataSource(config: Pick<Config, 'databaseUrl'>): DataSource {
  return new DataSource({
    ...shared,
    applicationName: 'gonggo migrate',
    migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    extra: { ...clientConfig(config.databaseUrl, null), max: 2, session: owningSession },
  });
}
