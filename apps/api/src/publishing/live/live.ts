import type { EntityManager } from 'typeorm';
import { asSlugTaken } from '../../drafts/slugs.ts';
import { notFound } from '../../platform/problem/problem.ts';
import { thaw, type FrozenPosting } from '../snapshot/frozen.ts';
import { liveRow, putLive } from './live-row.ts';
import { Publication } from '../snapshot/publication.ts';
import { PublishedPosting } from './published-posting.ts';
import { around } from './surroundings.ts';
import type { PostingSurroundings, Surroundings } from './texts.ts';

/** What is live of a posting now, without its texts. */
export interface Live {
  postingId: string;
  variantGroup: string;
  slug: string;
  version: number;
  closesAt: Date | null;
  /** By the database's clock. */
  closed: boolean;
  closingTold: boolean;
}

const liveColumns = `posting_id AS "postingId", variant_group AS "variantGroup", slug, version,
  closes_at AS "closesAt", coalesce(closes_at <= clock_now(), false) AS closed, closing_told AS "closingTold"`;

export async function liveOf(tx: EntityManager, postingId: string): Promise<Live | null> {
  const rows: Live[] = await tx.query(`SELECT ${liveColumns} FROM published_posting WHERE posting_id = $1`, [
    postingId,
  ]);
  return rows[0] ?? null;
}

/**
 * Held by whoever changes what is live of a posting in any language: the texts of each name the others. Taken after
 * the draft's lock and before the feed's counter.
 */
export async function lockGroup(tx: EntityManager, variantGroup: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 2))', [variantGroup]);
}

/** The database's clock, as it is for everything this transaction decides. */
export async function clock(tx: EntityManager): Promise<Date> {
  const [row]: { now: Date }[] = await tx.query('SELECT clock_now() AS now');
  return row?.now ?? new Date();
}

export async function publicationOf(
  db: EntityManager,
  postingId: string,
  version: number,
): Promise<Publication> {
  const publication = await db.findOneBy(Publication, { postingId, version });
  if (!publication) throw notFound('such publication');
  return publication;
}

/** What the public sees of `frozen` from the commit on. Answers whether any byte is new. */
export async function goLive(
  tx: EntityManager,
  site: Surroundings,
  frozen: FrozenPosting,
  live: { variantGroup: string; closesAt: Date | null; closingTold: boolean; now: Date },
): Promise<boolean> {
  const { variantGroup, closingTold, now } = live;
  const surroundings = await around(tx, site, frozen, live);
  return putFrozenLive(tx, frozen, surroundings, { variantGroup, closingTold, renderedAt: now });
}

/** The same where its surroundings are known. */
export async function putFrozenLive(
  tx: EntityManager,
  frozen: FrozenPosting,
  surroundings: PostingSurroundings,
  more: Pick<PublishedPosting, 'variantGroup' | 'closingTold' | 'renderedAt'>,
): Promise<boolean> {
  const row = await liveRow(frozen, surroundings, more);
  try {
    return await putLive(tx, row);
  } catch (error) {
    throw asSlugTaken(error, frozen.posting.slug);
  }
}

/** Makes the texts of what is live anew, in today's surroundings. Answers whether any byte is new. */
export async function makeAnew(
  tx: EntityManager,
  site: Surroundings,
  live: Live,
  now: Date,
): Promise<boolean> {
  const publication = await publicationOf(tx, live.postingId, live.version);
  return goLive(tx, site, thaw(publication), { ...live, now });
}

/** The other languages name this one's address: they follow when it comes, moves or goes. */
export async function makeVariantsAnew(
  tx: EntityManager,
  site: Surroundings,
  { id, variantGroup }: { id: string; variantGroup: string },
  now: Date,
): Promise<void> {
  const others: Live[] = await tx.query(
    `SELECT ${liveColumns} FROM published_posting WHERE variant_group = $1 AND posting_id <> $2 ORDER BY posting_id`,
    [variantGroup, id],
  );
  for (const other of others) await makeAnew(tx, site, other, now);
}

export async function takeDown(tx: EntityManager, postingId: string): Promise<void> {
  await tx.delete(PublishedPosting, { postingId });
}
