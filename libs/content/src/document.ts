/** The languages a posting can be written in. `ko` is the site's own; `en` lives under `/en`. */
export const locales = ['ko', 'en'] as const;
export type Locale = (typeof locales)[number];

export const levels = ['intern', 'junior', 'mid', 'senior', 'lead', 'any'] as const;
export type Level = (typeof levels)[number];

/** schema.org's employment types. */
export const employmentTypes = [
  'FULL_TIME',
  'PART_TIME',
  'CONTRACTOR',
  'TEMPORARY',
  'INTERN',
  'OTHER',
] as const;
export type EmploymentType = (typeof employmentTypes)[number];

export const remoteKinds = ['onsite', 'hybrid', 'remote'] as const;
export type RemoteKind = (typeof remoteKinds)[number];

export const payUnits = ['HOUR', 'DAY', 'WEEK', 'MONTH', 'YEAR'] as const;
export type PayUnit = (typeof payUnits)[number];

/** Terms under which a picture is used. `quotation` and `unknown` are warned about before publishing. */
export const licences = ['own', 'cc0', 'cc-by', 'cc-by-sa', 'licensed', 'quotation', 'unknown'] as const;
export type Licence = (typeof licences)[number];

export const sectionKinds = [
  'introduction',
  'role',
  'techStack',
  'qualifications',
  'preferred',
  'howWeWork',
  'whatYouGain',
  'benefits',
  'process',
  'teamFacts',
  'people',
  'quote',
  'gallery',
  'faq',
  'closing',
  'apply',
  'text',
] as const;
export type SectionKind = (typeof sectionKinds)[number];

/** A ProseMirror node as JSON, already checked against our schema. */
export interface RichNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: RichNode[];
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  text?: string;
}

/** Rich text: a versioned ProseMirror document. Images in it are ids. */
export interface RichText {
  version: 1;
  doc: RichNode;
}

/** What a view needs to show an image: its shape and its files, widest first within each type. */
export interface ImageInfo {
  /** Pixels of the original, after rotation. */
  width: number;
  height: number;
  /** Base64 of a thumbhash: the blurred placeholder. */
  thumbhash: string;
  sources: ImageSource[];
}

/** One file of an image. `url` is a path on the site (`/media/…`). */
export interface ImageSource {
  url: string;
  type: 'image/avif' | 'image/webp';
  width: number;
  height: number;
}

export interface PostingPlace {
  /** ISO 3166-1 alpha-2. */
  country: string;
  region: string;
  locality: string;
}

/** Gross pay. Amounts are whole units of `currency` (ISO 4217). */
export interface PostingPay {
  currency: string;
  min: number | null;
  max: number | null;
  unit: PayUnit;
}

export interface PostingFacts {
  company: string;
  team: { slug: string; name: string } | null;
  jobFamily: string | null;
  experience: { minYears: number | null; maxYears: number | null } | null;
  level: Level | null;
  employmentType: EmploymentType | null;
  locations: PostingPlace[];
  remote: RemoteKind | null;
  pay: PostingPay | null;
  openings: number | null;
  opensAt: string | null;
  closesAt: string | null;
  closesAtZone: string;
  applyUrl: string | null;
}

export interface PostingAuthor {
  name: string;
  /** What readers see beside the name, for example "CTO". */
  role: string;
  /** An image id, or null. */
  avatar: string | null;
}

/** One section as published. `content` has the shape of its kind (see `sections/`). */
export interface PostingSection<Kind extends SectionKind = SectionKind> {
  id: string;
  kind: Kind;
  heading: string;
  /** Unique in the posting and stable while the heading stays: the fragment in `#anchor`. */
  anchor: string;
  content: SectionContents[Kind];
}

/** Filled by declaration in `sections/registry`: kind → content type. */
export type { SectionContents } from './sections/contents.ts';
import type { SectionContents } from './sections/contents.ts';

export type PostingStatus = 'open' | 'closed';

/** A posting as published: what the API's JSON, and every other output, is made of. */
export interface PostingDocument {
  id: string;
  slug: string;
  locale: Locale;
  /** Counts publications of this posting, from 1. */
  version: number;
  status: PostingStatus;
  title: string;
  jobTitle: string;
  summary: string;
  cover: { imageId: string; alt: string } | null;
  facts: PostingFacts;
  tags: { slug: string; name: string }[];
  authors: PostingAuthor[];
  sections: PostingSection[];
  images: Record<string, ImageInfo>;
  publishedAt: string;
  updatedAt: string;
  readingMinutes: number;
  links: { html: string; markdown: string; jsonld: string; alternates: Partial<Record<Locale, string>> };
}
