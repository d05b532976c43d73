import { standingOf, type Touch } from '@gonggo/contract/touch';
import type { PostingListItem } from '@gonggo/contract';
import type { EntityManager } from 'typeorm';
import type { PublishedPosting } from './published-posting.ts';

/** More than these are not worth telling one by one; and a notice of PostgreSQL's holds less than 8,000 bytes. */
const mostTold = 8;

const noted = new WeakMap<EntityManager, Map<string, Touch>>();

type LiveRow = Pick<PublishedPosting, 'postingId' | 'locale' | 'openItem' | 'closesAt'>;

/** Remembers, until the transaction tells its news, that a live row is new or another. */
export function noteLive(tx: EntityManager, row: LiveRow, now: Date): void {
  const { postingId: id, locale, openItem, closesAt } = row;
  const open = closesAt === null || closesAt > now;
  note(tx, {
    id,
    locale,
    open: open ? standingOf(JSON.parse(openItem) as PostingListItem) : null,
  });
}

/** The same of a posting that is closed or gone. */
export const noteClosed = (tx: EntityManager, { id, locale }: Pick<Touch, 'id' | 'locale'>): void =>
  note(tx, { id, locale, open: null });

function note(tx: EntityManager, touch: Touch): void {
  const touches = noted.get(tx) ?? new Map<string, Touch>();
  noted.set(tx, touches.set(touch.id, touch));
}

/**
 * What the transaction noted since it last told news, for the news it tells now; undefined = nothing or too much to
 * name it, or nothing of the posting that the news are about: then anything may have changed.
 */
export function takeNoted(tx: EntityManager, about?: string): Touch[] | undefined {
  const touches = noted.get(tx);
  noted.delete(tx);
  if (!touches || touches.size > mostTold || (about !== undefined && !touches.has(about))) return undefined;
  return [...touches.values()];
}
