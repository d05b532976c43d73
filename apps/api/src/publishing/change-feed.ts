import type { Locale } from '@gonggo/content';
import type { Change as ChangeLine } from '@gonggo/contract';
import type { EntityManager } from 'typeorm';
import type { News } from '../news/news.ts';
import { Change, type ChangeKind } from './change.ts';
import { noteClosed, takeNoted } from './touches.ts';

export interface NewChange {
  type: ChangeKind;
  postingId: string;
  slug: string;
  locale: Locale;
  version: number;
  at: Date;
  closesAt: Date | null;
}

/**
 * Appends to the change feed and tells everybody, as the last step of a transaction: from here to the commit all
 * others who change something public wait, which is what makes `seq` the order of commits, without holes.
 */
export async function recordChange(tx: EntityManager, news: News, change: NewChange): Promise<number> {
  const [[counter]]: [{ seq: string; revision: string }[], number] = await tx.query(
    `UPDATE change_counter SET seq = seq + 1, revision = revision + 1, changed_at = clock_timestamp()
      WHERE id = 1 RETURNING seq, revision`,
  );
  const seq = Number(counter?.seq);
  await tx.insert(Change, { seq, ...change });
  const line: ChangeLine = {
    seq,
    ...change,
    at: change.at.toISOString(),
    closesAt: change.closesAt?.toISOString() ?? null,
  };
  const { type, postingId: id, locale } = change;
  if (type === 'closed' || type === 'withdrawn') noteClosed(tx, { id, locale });
  const touched = takeNoted(tx, id);
  await news.announce(tx, { revision: Number(counter?.revision), changes: [line], touched });
  return seq;
}
