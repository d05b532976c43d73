import { Global, Inject, Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { Config } from '../config/config.ts';
import { BoundedPool, servingLimits } from './bounded-pool.ts';
import { servingDataSource } from './data-source.ts';
import { READ_POOL } from './read-pool.ts';
import { servingRoles, urlFor } from './serving-roles.ts';
import { Transactions } from './transactions.ts';

/** The two ways to the database: TypeORM as `…_app` for authors, a plain pool as `…_reader` for the public. */
@Global()
@Module({
  providers: [
    {
      provide: DataSource,
      inject: [Config],
      useFactory: (config: Config) => servingDataSource(config).initialize(),
    },
    { provide: READ_POOL, inject: [Config], useFactory: readPool },
    Transactions,
  ],
  exports: [DataSource, READ_POOL, Transactions],
})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(READ_POOL) private readonly reads: pg.Pool,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.dataSource.destroy(), this.reads.end()]);
  }
}

function readPool(config: Config): pg.Pool {
  const pool = new BoundedPool({
    connectionString: urlFor(config.databaseReadUrl ?? config.databaseUrl, servingRoles(config).reader),
    application_name: 'gonggo reads',
    max: 10,
    ...servingLimits,
    options: '-c default_transaction_read_only=on',
  });
  // A connection that breaks while idle is replaced on the next read; without a listener it would end the process.
  pool.on('error', (error) => new Logger('Database').warn(`A reading connection broke: ${error.message}`));
  return pool;
}
