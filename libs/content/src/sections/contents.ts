import type { Licence, RichText, SectionKind } from '../document.ts';

/** A picture as used in one place: which one, and the words that go with it there. */
export interface Figure {
  imageId: string;
  /** What the picture shows, for those who don't see it. Empty only when `decorative`. */
  alt: string;
  decorative: boolean;
  caption: string;
  /** Who made it, apart from the caption. */
  credit: string;
  creditUrl: string;
  licence: Licence;
}

/** Nine kinds that differ in their role, not in their shape. */
export interface ProseContent {
  /** A line or two before the text, apart from its items: "not all of these are required". */
  intro: string;
  body: RichText;
}

export interface TechStackContent {
  intro: string;
  groups: {
    name: string;
    /** Where the group stands in "old → new"; `shared` serves both; null when there is no such story. */
    era: 'old' | 'new' | 'shared' | null;
    items: { name: string; /** A simple-icons slug, or empty. */ icon: string; note: string }[];
  }[];
  body: RichText | null;
}

export interface ProcessContent {
  intro: string;
  steps: { title: string; detail: string; /** For example "약 1시간". */ duration: string }[];
}

export interface TeamFactsContent {
  /** The day on which these facts were true. */
  asOf: string;
  items: { label: string; value: string }[];
}

export interface PeopleContent {
  intro: string;
  people: { name: string; role: string; words: string; imageId: string | null }[];
}

export interface QuoteContent {
  words: string;
  who: string;
  imageId: string | null;
}

export interface GalleryContent {
  intro: string;
  images: Figure[];
}

export interface FaqContent {
  intro: string;
  items: { question: string; answer: RichText }[];
}

export interface ApplyContent {
  label: string;
  note: string;
  /** Where the button leads; null = the posting's own apply address. */
  url: string | null;
  /** Also shown as a bar that stays in reach while reading. */
  sticky: boolean;
}

/** Kind → the shape of its content. */
export interface SectionContents {
  introduction: ProseContent;
  role: ProseContent;
  techStack: TechStackContent;
  qualifications: ProseContent;
  preferred: ProseContent;
  howWeWork: ProseContent;
  whatYouGain: ProseContent;
  benefits: ProseContent;
  process: ProcessContent;
  teamFacts: TeamFactsContent;
  people: PeopleContent;
  quote: QuoteContent;
  gallery: GalleryContent;
  faq: FaqContent;
  closing: ProseContent;
  apply: ApplyContent;
  text: ProseContent;
}

export type SectionContent = SectionContents[SectionKind];
