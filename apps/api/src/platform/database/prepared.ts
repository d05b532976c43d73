import type pg from 'pg';
import type { EntityManager } from 'typeorm';

/** A statement that PostgreSQL plans once for each connection, under its name. */
export interface Statement {
  name: string;
  text: string;
}

/** A statement as it is sent. The one place that names them: where a connection is not ours alone, names are left out. */
export const asked = ({ name, text }: Statement, values: unknown[]): pg.QueryConfig => ({
  name,
  text,
  values,
});

/** Runs a prepared statement in the manager's transaction, or on any connection. Answers its rows. */
export async function prepared<Row extends pg.QueryResultRow>(
  db: EntityManager,
  statement: Statement,
  values: unknown[],
): Promise<Row[]> {
  const { rows } = await clientOf(db).then((client) => client.query<Row>(asked(statement, values)));
  return rows;
}

async function clientOf({ queryRunner, connection }: EntityManager): Promise<pg.Pool | pg.PoolClient> {
  if (queryRunner) return (await queryRunner.connect()) as pg.PoolClient;
  return (connection.driver as unknown as { master: pg.Pool }).master;
}
