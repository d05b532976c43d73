import type { Touch } from '@gonggo/contract/touch';
import type { EntityManager } from 'typeorm';
import type { News } from './news.ts';

/**
 * Tells everybody that public bytes changed though nothing happened to a posting: those of the postings in `touched`,
 * or any. The last step of a transaction.
 */
export async function touchPublic(tx: EntityManager, news: News, touched?: Touch[]): Promise<void> {
  const [[counter]]: [{ revision: string }[], number] = await tx.query(
    'UPDATE change_counter SET revision = revision + 1, changed_at = clock_timestamp() WHERE id = 1 RETURNING revision',
  );
  await news.announce(tx, { revision: Number(counter?.revision), changes: [], touched });
}
