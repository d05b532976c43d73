import {
  isEmptySection,
  kindLabel,
  wordsOf,
  type ApplyContent,
  type Locale,
  type SectionKind,
} from '@gonggo/content';
import type { SectionValue } from './draft-parts.ts';

/** What a section is called where one talks about it. */
export const sectionName = (kind: SectionKind, { heading }: SectionValue, locale: Locale) =>
  heading.trim() || kindLabel(kind, locale);

/** Whether there is nothing of it to show. A button to apply shows as soon as there is an address to lead to. */
export const isBlank = (kind: SectionKind, { content }: SectionValue, applyUrl: string | null) =>
  kind === 'apply'
    ? !((content as ApplyContent).url ?? applyUrl) && wordsOf(content).length === 0
    : isEmptySection({ kind, content });

/** Kinds that speak without a heading of their own. */
const headless: readonly SectionKind[] = ['introduction', 'quote', 'closing', 'apply', 'text', 'gallery'];

export const firstHeading = (kind: SectionKind, locale: Locale) =>
  headless.includes(kind) ? '' : kindLabel(kind, locale);
