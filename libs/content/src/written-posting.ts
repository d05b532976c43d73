import { anchorsFor } from './anchors.ts';
import type {
  Locale,
  PostingAuthor,
  PostingDocument,
  PostingFacts,
  PostingSection,
  SectionKind,
} from './document.ts';
import type { SectionContent } from './sections/contents.ts';
import { readingMinutes } from './words.ts';

type Term = { slug: string; name: string };

/** A draft as its authors wrote it, with its terms by their names. */
export interface WrittenDraft {
  locale: Locale;
  facts: Omit<PostingFacts, 'team'> &
    Pick<PostingDocument, 'title' | 'jobTitle' | 'summary' | 'cover'> & { authors: readonly PostingAuthor[] };
  team: Term | null;
  tags: Term[];
  sections: readonly { id: string; kind: SectionKind; heading: string; content: SectionContent }[];
  /** Stands where a draft names no company. */
  siteName: string;
}

type Written =
  | 'locale'
  | 'title'
  | 'jobTitle'
  | 'summary'
  | 'cover'
  | 'facts'
  | 'tags'
  | 'authors'
  | 'sections'
  | 'readingMinutes';

/** What readers get of a draft, once it is published: the only place where a draft becomes a document. */
export function writtenPosting(draft: WrittenDraft): Pick<PostingDocument, Written> {
  const { locale, facts, team, tags, sections, siteName } = draft;
  const anchors = anchorsFor([...sections], locale);
  const published = sections.map(
    ({ id, kind, heading, content }, n) =>
      ({ id, kind, heading, anchor: anchors[n] ?? id, content }) as PostingSection,
  );
  return {
    locale,
    title: facts.title,
    jobTitle: facts.jobTitle,
    summary: facts.summary,
    cover: facts.cover,
    facts: {
      company: facts.company || siteName,
      team,
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
    tags,
    authors: facts.authors.map(({ name, role, avatar }) => ({ name, role, avatar })),
    sections: published,
    readingMinutes: readingMinutes(published),
  };
}
