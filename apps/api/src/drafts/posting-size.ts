import type { Finding } from '@gonggo/content';
import { postingLimits } from '@gonggo/contract';
import type { EntityManager } from 'typeorm';
import { Problem } from '../platform/problem/problem.ts';
import { Posting } from './posting.ts';

const megabytes = postingLimits.contentBytes / 1024 / 1024;

/** 413. `bytes`: what the sections of the posting would hold together. */
export const tooMuch = (bytes: number) =>
  new Problem(
    413,
    'too-large',
    `With this the sections of the posting hold ${(bytes / 1024 / 1024).toFixed(1)} MB together; ${megabytes} MB are the most. Shorten it, or put a part into another posting.`,
    { errors: [{ pointer: '/content', message: `All sections together hold ${megabytes} MB at most.` }] },
  );

/** Refuses what makes a posting larger than it may be. Call it after adding a section, with the draft locked. */
export async function checkSize(tx: EntityManager, postingId: string): Promise<void> {
  const { contentBytes } = await tx.findOneOrFail(Posting, {
    select: { id: true, contentBytes: true },
    where: { id: postingId },
  });
  if (contentBytes > postingLimits.contentBytes) throw tooMuch(contentBytes);
}

/** The same as a finding, for a posting that came to its size another way. */
export function sizeFindings({ contentBytes }: Pick<Posting, 'contentBytes'>): Finding[] {
  if (contentBytes <= postingLimits.contentBytes) return [];
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
