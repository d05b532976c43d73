import { Global, Inject, Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { Config } from '../config/config.ts';
import { BoundedPool, type BoundedPoolConfig } from './bounded-pool.ts';
import { clientConfig } from './client-config.ts';
import { type Connection, WrongRole } from './connection.ts';
import { servingDataSource } from './data-source.ts';
import { type Limits, readingLimits, replicaLimits, servingLimits } from './limits.ts';
import { LIMIT_POOL } from './limit-pool.ts';
import { patiently } from './patiently.ts';
import { PoolerRefused, refuseSharedConnections } from './pooler.ts';
import { PRIMARY_READ_POOL, READ_POOL } from './read-pool.ts';
import { servingRoles } from './serving-roles.ts';
import { Transactions } from './transactions.ts';

/** The ways to the database: TypeORM as `…_app` for authors, a plain pool as `…_reader` for the public, one for limits. */
@Global()
@Module({
  providers: [
    {
      provide: DataSource,
      inject: [Config],
      useFactory: (config: Config) => patiently(() => servingDataSource(config).initialize()),
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

function readPool(config: Config): Promise<pg.Pool> {
  const { databaseReadUrl: replica, databaseUrl } = config;
  return replica === null
    ? readerPool(config, databaseUrl, readingLimits)
    : readerPool(config, replica, replicaLimits);
}

async function primaryReadPool(config: Config): Promise<pg.Pool | null> {
  return config.databaseReadUrl === null ? null : readerPool(config, config.databaseUrl, readingLimits);
}

function readerPool(config: Config, url: string, limits: (role: string) => Limits): Promise<pg.Pool> {
  const { reader } = servingRoles(config);
  return started(url === config.databaseReadUrl, {
    ...clientConfig(url, reader),
    application_name: 'gonggo reads',
    max: config.databaseReadPool,
    ...limits(reader.name),
  });
}

function limitPool(config: Config): Promise<pg.Pool> {
  const { app } = servingRoles(config);
  return started(false, {
    ...clientConfig(config.databaseUrl, app),
    application_name: 'gonggo limits',
    max: 2,
    ...servingLimits(app.name),
  });
}

/** A pool whose first connection is who it must be, and its own. A replica (`mayBeAway`) that answers must be, too. */
async function started(mayBeAway: boolean, config: BoundedPoolConfig): Promise<pg.Pool> {
  const pool = listening(new BoundedPool(config));
  try {
    const first = await (mayBeAway ? pool.connect() : patiently(() => pool.connect()));
    try {
      await refuseSharedConnections(first as unknown as Connection, config);
    } finally {
      first.release();
    }
  } catch (error) {
    if (!mayBeAway || error instanceof WrongRole || error instanceof PoolerRefused) throw error;
  }
  return pool;
}

/** A connection that breaks while idle is replaced on its next use; without a listener it would end the process. */
function listening(pool: pg.Pool): pg.Pool {
  pool.on('error', (error) => new Logger('Database').warn(`An idle connection broke: ${error.message}`));
  return pool;
}
