import { writtenPosting, type Locale, type PostingDocument } from '@gonggo/content';
import type { Draft, DraftFacts, Term } from '@gonggo/contract';
import type { ImageInfo } from '@gonggo/content';
import type { EditedSection } from './draft-parts.ts';

interface Parts {
  draft: Draft;
  facts: DraftFacts;
  sections: readonly EditedSection[];
  images: Readonly<Record<string, ImageInfo>>;
  terms: readonly Term[];
  /** Stands where the draft names no company. */
  siteName: string;
}

const named = (term: Term, locale: Locale) => ({
  slug: term.slug,
  name: (locale === 'en' && term.nameEn) || term.nameKo,
});

/** What is typed now, as the document readers would get. */
export function postingDocument({ draft, facts, sections, images, terms, siteName }: Parts): PostingDocument {
  const { locale } = draft;
  const { slug, tagIds, team } = facts;
  const teamTerm = terms.find((term) => term.kind === 'team' && term.slug === team);
  return {
    ...writtenPosting({
      locale,
      facts,
      team: team ? (teamTerm ? named(teamTerm, locale) : { slug: team, name: team }) : null,
      tags: tagIds.flatMap((id) => terms.filter((term) => term.id === id).map((term) => named(term, locale))),
      sections: sections.map(({ id, kind, save }) => ({ id, kind, ...save.snapshot.value })),
      siteName,
    }),
    id: draft.id,
    slug,
    version: Math.max(1, draft.version),
    status: draft.state === 'closed' ? 'closed' : 'open',
    images: { ...images },
    publishedAt: draft.updatedAt,
    updatedAt: draft.updatedAt,
    links: { html: '', markdown: '', jsonld: '', alternates: {} },
  };
}
