import type { SectionContents, SectionKind } from '@gonggo/content';
import type { ChangeFacts } from '@gonggo/contract';
import type { CastName, TermSlug } from './company.ts';
import type { Pictures } from './pictures.ts';

/** One section as written, its content in the shape of its kind. */
export type Part = {
  [Kind in SectionKind]: { kind: Kind; heading: string; content: SectionContents[Kind] };
}[SectionKind];

type WrittenFacts = Omit<
  ChangeFacts,
  'cover' | 'team' | 'jobFamily' | 'tagIds' | 'authors' | 'closesAt' | 'title' | 'slug'
>;

/** A posting of the demo company, and what becomes of it. */
export interface DemoPosting {
  locale: 'ko' | 'en';
  title: string;
  slug: string;
  /** Slug of the posting this one translates. */
  variantOf?: string;
  facts: WrittenFacts;
  cover: { picture: keyof Pictures; alt: string };
  team: TermSlug;
  jobFamily: TermSlug;
  tags: TermSlug[];
  authors: CastName[];
  /** Days from the seeding day until 23:59 in Seoul; null = until filled. */
  closesInDays: number | null;
  becomes: 'draft' | 'open' | 'closed' | 'withdrawn';
  sections: (pictures: Pictures) => Part[];
}

/** Where everybody applies: nobody is there. */
export const applyUrl = (role: string) => `https://careers.bannajeol.example/apply/${role}`;
export const seoul = { country: 'KR', region: '서울', locality: '성동구' };
