import type { Finding } from '@gonggo/content';
import { postingLimits } from '@gonggo/contract';
import type { EntityManager } from 'typeorm';
import { Problem } from '../problem/problem.ts';

const megabytes = postingLimits.contentBytes / 1024 / 1024;

/** Bytes of the content of all sections together. */
export async function contentBytes(db: EntityManager, postingId: string): Promise<number> {
  const [row]: { bytes: string }[] = await db.query(
    'SELECT coalesce(sum(octet_length(content::text)), 0) AS bytes FROM section WHERE posting_id = $1',
    [postingId],
  );
  return Number(row?.bytes ?? 0);
}

/**
 * Refuses (413) what makes a posting larger than a posting may be; what makes a too large one smaller passes. Call it
 * after the change, with the draft locked: two at once can't both use the last of the room.
 */
export async function checkSize(tx: EntityManager, postingId: string, before: number): Promise<void> {
  const bytes = await contentBytes(tx, postingId);
  if (bytes <= postingLimits.contentBytes || bytes <= before) return;
  throw new Problem(
    413,
    'too-large',
    `With this the sections of the posting hold ${(bytes / 1024 / 1024).toFixed(1)} MB together; ${megabytes} MB are the most. Shorten it, or put a part into another posting.`,
    { errors: [{ pointer: '/content', message: `All sections together hold ${megabytes} MB at most.` }] },
  );
}

/** The same as a finding, for a posting that came to its size another way. */
export async function sizeFindings(db: EntityManager, postingId: string): Promise<Finding[]> {
  if ((await contentBytes(db, postingId)) <= postingLimits.contentBytes) return [];
  return [
    {
      level: 'error',
      rule: 'posting-too-large',
      ko: `본문이 모두 합쳐 ${megabytes}MB를 넘어요. 줄이거나 다른 공고로 나눠 주세요`,
      en: `All sections together hold more than ${megabytes} MB. Shorten them or put a part into another posting`,
      sectionId: null,
      field: null,
    },
  ];
}
