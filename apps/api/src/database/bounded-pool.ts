import pg from 'pg';
import { overloaded } from '../problem/problem.ts';

const maxWaiting = 200;

/** A pool whose queue has an end: who comes when it is full is told at once, instead of waiting for nothing. */
export class BoundedPool extends pg.Pool {
  constructor(options?: pg.PoolConfig) {
    super(options);
    // The server may end a connection in the moment between its being handed out and its new holder's listening:
    // an error that nobody listens to would end the process. The holder's next query tells.
    this.on('connect', (client) => void client.on('error', () => undefined));
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

/** Limits of every serving connection (trust, rule M). Milliseconds. */
export const servingLimits = {
  connectionTimeoutMillis: 2_000,
  statement_timeout: 3_000,
  lock_timeout: 2_000,
  idle_in_transaction_session_timeout: 10_000,
  idleTimeoutMillis: 30_000,
} as const;

/** The same for a replica, which can be done without: one that says nothing does not hold readers up for long. */
export const replicaLimits = {
  ...servingLimits,
  connectionTimeoutMillis: 500,
  query_timeout: 1_500,
} as const;
