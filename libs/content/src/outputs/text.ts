import type { PostingDocument } from '../document.ts';
import { factRows } from '../fact-rows.ts';
import { absolute, imageAddress, type TextContext } from './context.ts';
import {
  blocks,
  markdownAddress,
  markdownHeading,
  markdownLine,
  markdownWords,
  paragraphs,
} from './markdown.ts';
import { keptApplyStateOf, sectionToMarkdown, sectionToText } from './section.tsx';

const contextOf = (posting: PostingDocument, siteUrl: string): TextContext => ({
  locale: posting.locale,
  images: posting.images,
  siteUrl,
  apply: keptApplyStateOf(posting),
});

/** `홍길동, CTO · 김하늘` */
export const bylineOf = ({ authors }: PostingDocument): string =>
  authors.map(({ name, role }) => [name, role].filter(Boolean).join(', ')).join(' · ');

/** The whole posting as CommonMark with tables (GFM). Addresses are absolute. */
export function toMarkdown(posting: PostingDocument, siteUrl: string): string {
  const { title, jobTitle, summary, cover, facts, tags, locale, sections, links, status } = posting;
  const context = contextOf(posting, siteUrl);
  const picture = cover && imageAddress(cover.imageId, context);
  const rows = factRows(facts, locale, status);
  const page = absolute(links.html, siteUrl);
  return (
    blocks([
      markdownHeading(1, markdownLine(title)),
      jobTitle !== title && markdownLine(jobTitle),
      markdownWords(summary),
      cover &&
        (picture ? `![${markdownLine(cover.alt)}](${markdownAddress(picture)})` : markdownLine(cover.alt)),
      markdownLine(bylineOf(posting)),
      rows.map(({ label, value }) => `- ${label}: ${markdownLine(value)}`).join('\n'),
      tags.map(({ name }) => `\\#${markdownLine(name)}`).join(' '),
      ...sections.map((section) => sectionToMarkdown(section, context)),
      `<${page}>`,
    ]) + '\n'
  );
}

/** The whole posting as plain text. */
export function toText(posting: PostingDocument, siteUrl: string): string {
  const { title, jobTitle, summary, cover, facts, tags, locale, sections, links, status } = posting;
  const context = contextOf(posting, siteUrl);
  const pictureWord = locale === 'ko' ? '사진' : 'Picture';
  return (
    paragraphs([
      title,
      jobTitle !== title && jobTitle,
      summary,
      cover?.alt && `[${pictureWord}: ${cover.alt}]`,
      bylineOf(posting),
      factRows(facts, locale, status)
        .map(({ label, value }) => `${label}: ${value}`)
        .join('\n'),
      tags.map(({ name }) => `#${name}`).join(' '),
      ...sections.map((section) => sectionToText(section, context)),
      absolute(links.html, siteUrl),
    ]) + '\n'
  );
}
