import {
  anchorsFor,
  readingMinutes,
  type Locale,
  type PostingDocument,
  type PostingSection,
} from '@gonggo/content';
import type { Draft, DraftFacts, Term } from '@gonggo/contract';
import type { ImageInfo } from '@gonggo/content';
import type { EditedSection } from './draft-parts.ts';

interface Parts {
  draft: Draft;
  facts: DraftFacts;
  sections: readonly EditedSection[];
  images: Readonly<Record<string, ImageInfo>>;
  terms: readonly Term[];
}

const named = (term: Term, locale: Locale) => ({
  slug: term.slug,
  name: (locale === 'en' && term.nameEn) || term.nameKo,
});

/** What is typed now, as the document readers would get. */
export function postingDocument({ draft, facts, sections, images, terms }: Parts): PostingDocument {
  const { locale } = draft;
  const { title, jobTitle, summary, slug, cover, tagIds, authors, team, ...rest } = facts;
  const values = sections.map(({ id, kind, save }) => ({ id, kind, ...save.snapshot.value }));
  const anchors = anchorsFor(values, locale);
  const teamTerm = terms.find((term) => term.kind === 'team' && term.slug === team);
  return {
    id: draft.id,
    slug,
    locale,
    version: Math.max(1, draft.version),
    status: draft.state === 'closed' ? 'closed' : 'open',
    title,
    jobTitle,
    summary,
    cover,
    facts: { ...rest, team: team ? (teamTerm ? named(teamTerm, locale) : { slug: team, name: team }) : null },
    tags: tagIds.flatMap((id) => terms.filter((term) => term.id === id).map((term) => named(term, locale))),
    authors: authors.map(({ name, role, avatar }) => ({ name, role, avatar })),
    sections: values.map(
      (value, index) => ({ ...value, anchor: anchors[index] ?? value.id }) as PostingSection,
    ),
    images: { ...images },
    publishedAt: draft.updatedAt,
    updatedAt: draft.updatedAt,
    readingMinutes: readingMinutes(values),
    links: { html: '', markdown: '', jsonld: '', alternates: {} },
  };
}
