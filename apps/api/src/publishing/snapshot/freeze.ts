import { writtenPosting } from '@gonggo/content';
import { factsOf } from '../../drafts/facts.ts';
import type { Posting } from '../../drafts/posting.ts';
import type { Section } from '../../drafts/section.ts';
import type { Vocabulary } from '../../drafts/vocabulary.ts';
import type { FrozenPosting } from './frozen.ts';

/** Everything a draft consists of at one moment, its lock held. */
export interface WholeDraft {
  posting: Posting;
  sections: Section[];
  vocabulary: Vocabulary;
  siteName: string;
}

/** The draft as its next publication will have it, word by word; or as another version, to compare it with. */
export function freeze(
  { posting, sections, vocabulary, siteName }: WholeDraft,
  moments: { now: Date; firstPublishedAt: Date; version?: number },
): FrozenPosting {
  const facts = factsOf(posting, vocabulary);
  const { locale, readingMinutes, ...written } = writtenPosting({
    locale: posting.locale,
    facts,
    team: vocabulary.named(posting.teamId, posting.locale),
    tags: posting.tagIds.flatMap((id) => vocabulary.named(id, posting.locale) ?? []),
    sections,
    siteName,
  });
  return {
    posting: {
      id: posting.id,
      slug: posting.slug,
      locale,
      version: moments.version ?? posting.version + 1,
      ...written,
      publishedAt: moments.firstPublishedAt.toISOString(),
      updatedAt: moments.now.toISOString(),
      readingMinutes,
    },
    origin: {
      company: facts.company,
      jobFamilyName: vocabulary.named(posting.jobFamilyId, locale)?.name ?? null,
      authorAccounts: facts.authors.map(({ accountId }) => accountId),
    },
  };
}
