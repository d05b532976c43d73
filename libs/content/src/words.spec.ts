import { expect, test } from '@jest/globals';
import { sectionKinds } from './document.ts';
import { contentClasses } from './sections/registry.schema.ts';
import { tableOfContents } from './table-of-contents.ts';
import { aSection, anImageId } from './testing/posting.ts';
import { Marked } from './testing/marked.ts';
import { imageIdsIn, readingMinutes, wordsOf } from './words.ts';

const text = (words: string) => ({
  content: {
    intro: '',
    body: {
      version: 1 as const,
      doc: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] },
    },
  },
});

test('reading time counts Hangul by the syllable and Latin by the word, and is at least a minute', () => {
  expect(readingMinutes([])).toBe(1);
  expect(readingMinutes([text('가'.repeat(1000))])).toBe(2);
  expect(readingMinutes([text('word '.repeat(690))])).toBe(3);
  expect(readingMinutes([text('가'.repeat(500)), text('word '.repeat(230))])).toBe(2);
});

test('words are what is read: neither ids nor addresses nor settings', () => {
  const marked = new Marked();
  const content = marked.content(contentClasses.gallery) as never;
  expect(wordsOf(content)).toEqual(marked.marks.filter((mark) => !mark.startsWith('https:')));
});

test.each(sectionKinds)('every image in a %s section is found', (kind) => {
  const content: unknown = new Marked().content(contentClasses[kind]);
  const ids = JSON.stringify(content).match(/"imageId":"[^"]+"/g) ?? [];
  expect(imageIdsIn([{ content: content as never }]).size).toBe(new Set(ids).size);
  if (kind === 'gallery') expect(imageIdsIn([{ content: content as never }])).toContain(anImageId);
});

test('the contents list headed sections and the headings of their text', () => {
  const body = {
    version: 1 as const,
    doc: {
      type: 'doc',
      content: [{ type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: '첫 달' }] }],
    },
  };
  const sections = [
    aSection('introduction', text('안녕하세요').content),
    aSection('role', { intro: '', body }, { heading: '하는 일', anchor: '하는-일' }),
    aSection('apply', { label: '', note: '', url: null, sticky: true }, { heading: '지원', anchor: '지원' }),
  ];
  expect(tableOfContents({ sections })).toEqual([
    { anchor: '하는-일', text: '하는 일', level: 2 },
    { anchor: '하는-일--첫-달', text: '첫 달', level: 3 },
    { anchor: '지원', text: '지원', level: 2 },
  ]);
});
