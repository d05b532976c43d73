import pg from 'pg';
import { overloaded } from '../problem/problem.ts';
import { Connection, type ConnectionConfig } from './connection.ts';

const maxWaiting = 200;

export type BoundedPoolConfig = pg.PoolConfig & ConnectionConfig;

/** A pool whose queue has an end: who comes when it is full is told at once, instead of waiting for nothing. */
export class BoundedPool extends pg.Pool {
  constructor(options: BoundedPoolConfig) {
    super({ ...options, Client: Connection as unknown as NonNullable<pg.PoolConfig['Client']> });
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(
    callback: (
      error: Error | undefined,
      client: pg.PoolClient | undefined,
      done: (release?: unknown) => void,
    ) => void,
  ): void;
  override connect(
    callback?: (
      error: Error | undefined,
      client: pg.PoolClient | undefined,
      done: (release?: unknown) => void,
    ) => void,
  ): Promise<pg.PoolClient> | void {
    if (this.waitingCount >= maxWaiting) {
      if (callback) return callback(overloaded(), undefined, () => undefined);
      return Promise.reject(overloaded());
    }
    return callback ? super.connect(callback) : super.connect();
  }
}
