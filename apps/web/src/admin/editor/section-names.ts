import { imageIdsIn, kindLabel, wordsOf, type Locale, type SectionKind } from '@gonggo/content';
import type { SectionValue } from './draft-parts.ts';

/** What a section is called where one talks about it. */
export const sectionName = (kind: SectionKind, { heading }: SectionValue, locale: Locale) =>
  heading.trim() || kindLabel(kind, locale);

export const isBlank = ({ content }: SectionValue) =>
  wordsOf(content).length === 0 && imageIdsIn([{ content }]).size === 0;

/** Kinds that speak without a heading of their own. */
const headless: readonly SectionKind[] = ['introduction', 'quote', 'closing', 'apply', 'text', 'gallery'];

export const firstHeading = (kind: SectionKind, locale: Locale) =>
  headless.includes(kind) ? '' : kindLabel(kind, locale);
