import { anchorsFor, readingMinutes, type PostingSection } from '@gonggo/content';
import { factsOf } from '../drafts/facts.ts';
import type { Posting } from '../drafts/posting.ts';
import type { Section } from '../drafts/section.ts';
import type { Vocabulary } from '../drafts/vocabulary.ts';
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
  const { locale } = posting;
  const facts = factsOf(posting, vocabulary);
  const anchors = anchorsFor(sections, locale);
  const published = sections.map(({ id, kind, heading, content }, n): PostingSection => {
    return { id, kind, heading, anchor: anchors[n] ?? id, content };
  });
  return {
    posting: {
      id: posting.id,
      slug: posting.slug,
      locale,
      version: moments.version ?? posting.version + 1,
      title: facts.title,
      jobTitle: facts.jobTitle,
      summary: facts.summary,
      cover: facts.cover,
      facts: {
        company: facts.company || siteName,
        team: vocabulary.named(posting.teamId, locale),
        jobFamily: facts.jobFamily,
        experience: facts.experience,
        level: facts.level,
        employmentType: facts.employmentType,
        locations: facts.locations,
        remote: facts.remote,
        pay: facts.pay,
        openings: facts.openings,
        opensAt: facts.opensAt,
        closesAt: facts.closesAt,
        closesAtZone: facts.closesAtZone,
        applyUrl: facts.applyUrl,
      },
      tags: posting.tagIds.flatMap((id) => vocabulary.named(id, locale) ?? []),
      authors: facts.authors.map(({ name, role, avatar }) => ({ name, role, avatar })),
      sections: published,
      publishedAt: moments.firstPublishedAt.toISOString(),
      updatedAt: moments.now.toISOString(),
      readingMinutes: readingMinutes(published),
    },
    origin: {
      company: facts.company,
      jobFamilyName: vocabulary.named(posting.jobFamilyId, locale)?.name ?? null,
      authorAccounts: facts.authors.map(({ accountId }) => accountId),
    },
  };
}
