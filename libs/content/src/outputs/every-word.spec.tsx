import { expect, test } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { sectionKinds, type PostingDocument, type SectionKind } from '../document.ts';
import { contentClasses } from '../sections/registry.schema.ts';
import { parseSectionContent } from '../sections/parse.ts';
import { aPosting, aSection, anImage, anImageId } from '../testing/posting.ts';
import { Marked } from '../testing/marked.ts';
import { sampleImageId } from '../rich-text/testing/samples.ts';
import { toFeedHtml, toHtml } from './html.tsx';
import { PostingBody } from './section.tsx';
import { toMarkdown, toText } from './text.ts';

const site = 'https://jobs.example.com';
const images = { [anImageId]: anImage, [sampleImageId]: anImage };

function outputsOf(posting: PostingDocument): Record<string, string> {
  const context = { locale: posting.locale, images: posting.images, siteUrl: site, form: 'page' as const };
  return {
    page: renderToStaticMarkup(<PostingBody posting={posting} context={context} />),
    html: toHtml(posting, site),
    feed: toFeedHtml(posting, site),
    markdown: toMarkdown(posting, site),
    text: toText(posting, site),
  };
}

function missingIn(outputs: Record<string, string>, marks: string[]): string[] {
  return Object.entries(outputs).flatMap(([output, words]) =>
    marks.filter((mark) => !words.includes(mark)).map((mark) => `${mark} in ${output}`),
  );
}

/** Addresses stand where they lead to as well as in words; other marks that a text repeats are a mistake. */
function repeatedIn({ markdown = '', text = '' }: Record<string, string>, marks: string[]): string[] {
  const times = (words: string, mark: string) => words.split(mark).length - 1;
  return Object.entries({ markdown, text }).flatMap(([output, words]) =>
    marks
      .filter((mark) => !mark.startsWith('https:') && times(words, mark) > 1)
      .map((mark) => `${mark} ${times(words, mark)} times in ${output}`),
  );
}

test.each(
  sectionKinds.flatMap((kind): [SectionKind, boolean][] => [
    [kind, true],
    [kind, false],
  ]),
)('every word of a %s section is in every output (images known: %s)', (kind, known) => {
  const marked = new Marked();
  const heading = marked.word();
  const given = marked.content(contentClasses[kind]);
  const parsed = parseSectionContent(kind, given);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));

  const section = aSection(kind, parsed.content, { heading });
  const outputs = outputsOf(aPosting({ sections: [section], images: known ? images : {} }));

  expect(parsed.content).toEqual(given);
  expect(marked.all.length).toBeGreaterThan(1);
  expect(missingIn(outputs, marked.all)).toEqual([]);
  expect(repeatedIn(outputs, marked.all)).toEqual([]);
});

test('every word around the sections is in every output', () => {
  const marked = new Marked();
  const title = '제목x';
  const word = () => marked.word();
  const posting = aPosting({
    title,
    jobTitle: word(),
    summary: `${word()}\n${word()}`,
    cover: { imageId: anImageId, alt: word() },
    facts: {
      ...aPosting().facts,
      company: word(),
      team: { slug: 'platform', name: word() },
      locations: [{ country: 'KR', region: word(), locality: word() }],
    },
    tags: [{ slug: 'a', name: word() }],
    authors: [{ name: word(), role: word(), avatar: null }],
  });

  const { page: _, ...outputs } = outputsOf(posting);

  expect(missingIn(outputs, marked.all)).toEqual([]);
  // A feed's item carries the title itself.
  expect(missingIn(outputs, [title])).toEqual([`${title} in feed`]);
  expect(
    missingIn(outputs, ['2026년 12월 31일 (목) 23:59', '연봉 6,000만–9,000만 원', '경력: 1–10년']),
  ).toEqual([]);
});

test('outside of the site every address is absolute, and feeds hold simple tags only', () => {
  const sections = sectionKinds.map((kind) => {
    const content = new Marked().content(contentClasses[kind]);
    return aSection(kind, content as never, { heading: kind, id: kind, anchor: kind });
  });
  const { html = '', feed = '', markdown = '' } = outputsOf(aPosting({ sections, images }));

  const found = (output: string, pattern: RegExp) => output.match(pattern) ?? [];
  for (const output of [html, feed, markdown]) {
    expect(found(output, /(?:src|href|srcset)="\/.{0,40}|\]\(\/.{0,40}/i)).toEqual([]);
  }
  expect(
    found(feed, /<(?:details|iframe|picture|source|svg|section|script|style|form|button)\b|style="/),
  ).toEqual([]);
  expect(found(html, /style="|<script/)).toEqual([]);
});
