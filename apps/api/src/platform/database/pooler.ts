import type pg from 'pg';
import { Connection, type ConnectionConfig } from './connection.ts';

/** What stands at the address shares connections between transactions: what we set on one would reach others. */
export class PoolerRefused extends Error {
  override name = 'PoolerRefused';
  constructor() {
    super(
      'DATABASE_URL leads to a pooler that gives each transaction another connection (pool_mode = transaction or ' +
        'statement). Gonggo listens for news, prepares statements and has settings of its own on its connections, ' +
        'and holds no more of them than DATABASE_POOL and DATABASE_READ_POOL allow. Name the address of PostgreSQL ' +
        'itself in DATABASE_URL (providers call it the direct one), or set pool_mode = session for this database.',
    );
  }
}

/**
 * Refuses a pooler that does not keep a connection for whoever holds it, whatever its make: two of ours would meet in
 * one process of the server, or one of ours would change processes. `first` is connected and has asked something.
 */
export async function refuseSharedConnections(first: Connection, config: ConnectionConfig): Promise<void> {
  if (first.isDirect) return;
  const second = new Connection(config);
  try {
    await second.connect();
    const before = await processOf(first);
    await second.query('BEGIN');
    const other = await processOf(second);
    if (other === before || (await processOf(first)) !== before) throw new PoolerRefused();
    await second.query('COMMIT');
  } catch (error) {
    // A pooler of statements refuses every BEGIN.
    if (/statement pooling/i.test((error as Error).message)) throw new PoolerRefused();
    throw error;
  } finally {
    await second.end().catch(() => undefined);
  }
}

async function processOf(client: pg.Client): Promise<number | undefined> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return rows[0]?.pid;
}
