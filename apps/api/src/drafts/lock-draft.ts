import type { EntityManager } from 'typeorm';
import { notFound } from '../platform/problem/problem.ts';
import { Posting } from './posting.ts';

/**
 * A draft for changing: held until the transaction ends. Every change of a draft, its sections' too, takes this lock
 * first, so that none can deadlock with another and publishing freezes one state of all parts.
 */
export async function lockDraft(tx: EntityManager, id: string): Promise<Posting> {
  const posting = await tx.findOne(Posting, { where: { id }, lock: { mode: 'for_no_key_update' } });
  if (!posting) throw notFound('such draft');
  return posting;
}

export async function findDraft(db: EntityManager, id: string): Promise<Posting> {
  const posting = await db.findOneBy(Posting, { id });
  if (!posting) throw notFound('such draft');
  return posting;
}

/** What decides whose draft it is (the roles table of the contract). */
export function ownershipOf(posting: Pick<Posting, 'createdBy' | 'authors' | 'version'>): {
  createdBy: string | null;
  authorIds: string[];
  everPublished: boolean;
} {
  return {
    createdBy: posting.createdBy,
    authorIds: posting.authors.flatMap(({ accountId }) => accountId ?? []),
    everPublished: posting.version > 0,
  };
}
