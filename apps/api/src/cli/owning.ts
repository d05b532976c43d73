import type { EntityManager } from 'typeorm';
import type { Config } from '../platform/config/config.ts';
import { owningDataSource } from '../platform/database/data-source.ts';

/** Work of the command line on the database, in one transaction, as the owner of the tables. */
export async function asOwner<T>(config: Config, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  const dataSource = await owningDataSource(config).initialize();
  try {
    return await dataSource.transaction(work);
  } finally {
    await dataSource.destroy();
  }
}

/** Wrong arguments: only the message is shown. */
export class UsageError extends Error {
  override name = 'UsageError';
}

export const say = (line: string): void => void process.stdout.write(`${line}\n`);
