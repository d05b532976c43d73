import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Config } from '../config/config.ts';
import { BoundedPool, servingLimits } from './bounded-pool.ts';
import { entities } from '../entities.ts';
import { migrations } from './migrations.ts';
import { servingRoles, urlFor } from './serving-roles.ts';

const shared = {
  type: 'postgres',
  entities,
  synchronize: false,
  // What fails is thrown, and logged by whoever answers for it.
  logging: false,
  installExtensions: false,
  useUTC: true,
} satisfies DataSourceOptions;

/** What serves authors: no DDL, short statements, a queue that has an end. */
export function servingDataSource(config: Config): DataSource {
  return new DataSource({
    ...shared,
    url: urlFor(config.databaseUrl, servingRoles(config).app),
    applicationName: 'gonggo api',
    driver: { ...pg, Pool: BoundedPool },
    poolErrorHandler: () => undefined,
    extra: { max: 10, ...servingLimits },
  });
}

/** What migrates: the owner of the tables, one connection, without limits of time. */
export function owningDataSource(config: Pick<Config, 'databaseUrl'>): DataSource {
  return new DataSource({
    ...shared,
    url: config.databaseUrl,
    applicationName: 'gonggo migrate',
    migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    extra: { max: 2 },
  });
}
