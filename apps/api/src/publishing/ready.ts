import { readiness, type Finding, type ImageInfo } from '@gonggo/content';
import type { EntityManager } from 'typeorm';
import { sectionsOf } from '../drafts/draft.presenter.ts';
import { factsOf } from '../drafts/facts.ts';
import { sizeFindings } from '../drafts/posting-size.ts';
import type { Posting } from '../drafts/posting.ts';
import { Vocabulary } from '../drafts/vocabulary.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { WholeDraft } from './snapshot/freeze.ts';
import type { Live } from './live/live.ts';

export async function wholeDraft(tx: EntityManager, posting: Posting, siteName: string): Promise<WholeDraft> {
  const vocabulary = await Vocabulary.of(tx, [posting]);
  return { posting, sections: await sectionsOf(tx, posting.id), vocabulary, siteName };
}

/** What stands in the way of publishing, and what asks to be looked at; errors first. `images`: those of the draft. */
export function findingsOf(
  { posting, sections, vocabulary }: WholeDraft,
  images: Record<string, ImageInfo>,
  live: Live | null,
  now: Date,
): Finding[] {
  const facts = factsOf(posting, vocabulary);
  const findings = [
    ...sizeFindings(posting),
    ...readiness({ locale: posting.locale, facts, sections, images, now }),
  ];
  // What is closed already may still be corrected: its closing is a fact of the past.
  return live?.closed ? findings.filter(({ rule }) => rule !== 'closing-past') : findings;
}

export function notReady(errors: Finding[]): Problem {
  return new Problem(409, 'not-ready', 'It cannot be published yet: `errors` says what is missing.', {
    errors: errors.map(({ sectionId, field, en }) => ({
      // Neither a section nor a fact: all sections together.
      pointer: sectionId ? `/sections/${sectionId}` : field ? `/facts/${field}` : '/sections',
      message: en,
    })),
  });
}
