import { Global, Inject, Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { Config } from '../config/config.ts';
import { BoundedPool, replicaLimits, servingLimits } from './bounded-pool.ts';
import { servingDataSource } from './data-source.ts';
import { LIMIT_POOL } from './limit-pool.ts';
import { PRIMARY_READ_POOL, READ_POOL } from './read-pool.ts';
import { servingRoles, urlFor } from './serving-roles.ts';
import { Transactions } from './transactions.ts';

/** The ways to the database: TypeORM as `…_app` for authors, a plain pool as `…_reader` for the public, one for limits. */
@Global()
@Module({
  providers: [
    {
      provide: DataSource,
      inject: [Config],
      useFactory: (config: Config) => servingDataSource(config).initialize(),
    },
    { provide: READ_POOL, inject: [Config], useFactory: readPool },
    { provide: PRIMARY_READ_POOL, inject: [Config], useFactory: primaryReadPool },
    { provide: LIMIT_POOL, inject: [Config], useFactory: limitPool },
    Transactions,
  ],
  exports: [DataSource, READ_POOL, PRIMARY_READ_POOL, LIMIT_POOL, Transactions],
})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(READ_POOL) private readonly reads: pg.Pool,
    @Inject(PRIMARY_READ_POOL) private readonly primaryReads: pg.Pool | null,
    @Inject(LIMIT_POOL) private readonly limits: pg.Pool,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    const pools = [this.reads, this.primaryReads, this.limits];
    await Promise.all([this.dataSource.destroy(), ...pools.map((pool) => pool?.end())]);
  }
}

function readPool(config: Config): pg.Pool {
  const { databaseReadUrl: replica, databaseUrl } = config;
  return replica === null
    ? readerPool(config, databaseUrl, servingLimits)
    : readerPool(config, replica, replicaLimits);
}

function primaryReadPool(config: Config): pg.Pool | null {
  return config.databaseReadUrl === null ? null : readerPool(config, config.databaseUrl, servingLimits);
}

function readerPool(config: Config, url: string, limits: pg.PoolConfig): pg.Pool {
  return listening(
    new BoundedPool({
      connectionString: urlFor(url, servingRoles(config).reader),
      application_name: 'gonggo reads',
      max: 10,
      ...limits,
      options: '-c default_transaction_read_only=on',
    }),
  );
}

function limitPool(config: Config): pg.Pool {
  return listening(
    new BoundedPool({
      connectionString: urlFor(config.databaseUrl, servingRoles(config).app),
      application_name: 'gonggo limits',
      max: 2,
      ...servingLimits,
    }),
  );
}

/** A connection that breaks while idle is replaced on its next use; without a listener it would end the process. */
function listening(pool: pg.Pool): pg.Pool {
  pool.on('error', (error) => new Logger('Database').warn(`An idle connection broke: ${error.message}`));
  return pool;
}
