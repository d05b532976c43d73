import type { Licence, Locale, PostingFacts, SectionKind } from '../document.ts';
import type { SectionContent } from '../sections/contents.ts';

/** One thing to look at before publishing. An error stands in the way; a warning asks. */
export interface Finding {
  level: 'error' | 'warning';
  rule: string;
  ko: string;
  en: string;
  /** The section it is about, or null. */
  sectionId: string | null;
  /** The fact it is about, or null. */
  field: string | null;
}

export interface SectionToCheck {
  id: string;
  kind: SectionKind;
  heading: string;
  content: SectionContent;
}

type FactsToCheck = Pick<
  PostingFacts,
  | 'applyUrl'
  | 'closesAt'
  | 'closesAtZone'
  | 'employmentType'
  | 'experience'
  | 'locations'
  | 'opensAt'
  | 'pay'
  | 'remote'
> & {
  title: string;
  jobTitle: string;
  summary: string;
  cover: { imageId: string; alt: string } | null;
  authors: { name: string; avatar: string | null }[];
};

/** A draft as the API tells it, and the moment at which it is asked about. */
export interface ReadinessInput {
  locale: Locale;
  facts: FactsToCheck;
  sections: SectionToCheck[];
  /** Images that exist, by id. */
  images: Record<string, unknown>;
  now: Date | string | number;
}

type Spot = { sectionId?: string; field?: string };

const finding =
  (level: Finding['level']) =>
  (
    rule: string,
    ko: string,
    en: string,
    { sectionId = null, field = null }: { sectionId?: string | null; field?: string | null } = {},
  ): Finding => ({
    level,
    rule,
    ko,
    en,
    sectionId,
    field,
  });

export const error = finding('error');
export const warning = finding('warning');

/** A use of an image found in a content, with the words around it. */
export interface ImageUse {
  imageId: string;
  alt: string;
  decorative: boolean;
  caption: string;
  credit: string;
  licence: Licence;
}

export const aboutSection = ({ id }: SectionToCheck): Spot => ({ sectionId: id });
export const aboutField = (field: keyof FactsToCheck): Spot => ({ field });
