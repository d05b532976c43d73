export * from './document.ts';
export * from './values.ts';
export type * from './sections/contents.ts';
export { anchorsFor } from './anchors.ts';
export { factRows, type FactRow } from './fact-rows.ts';
export {
  employmentTypeLabel,
  experienceLabel,
  kindLabel,
  levelLabel,
  licenceLabel,
  payLabel,
  placeLabel,
  remoteLabel,
} from './labels.ts';
export { notInOneLine } from './control-codes.ts';
export { pilesMarks } from './marks.ts';
export { daysLeft, formatDay, formatMoment } from './moments.ts';
export { readiness, type Finding, type ReadinessInput } from './readiness/readiness.ts';
export { isEmptySection } from './readiness/sections.ts';
export { blankRichText, isEmptyRichText } from './rich-text/blank.ts';
export { richTextHeadings, type RichTextHeading } from './rich-text/headings.ts';
export { blankContent } from './sections/blank.ts';
export { romanise, slugify } from './slug.ts';
export { tableOfContents, type TableOfContentsEntry } from './table-of-contents.ts';
export { imageIdsIn, readingMinutes, wordsOf } from './words.ts';
export { writtenPosting, type WrittenDraft } from './written-posting.ts';
export { josa } from 'es-hangul';
