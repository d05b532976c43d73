import { expect, test } from '@jest/globals';
import { blankContent } from '@gonggo/content';
import { isBlank } from './section-names.ts';

const value = (content: object) => ({ heading: '', content: content as never });
const text = (...content: object[]) =>
  value({ intro: '', body: { version: 1, doc: { type: 'doc', content } } });

test('the editor shows a section exactly where readers will have something of it', () => {
  const card = { type: 'embed', attrs: { provider: 'youtube', id: 'dQw4w9WgXcQ', title: '' } };
  expect(isBlank('text', text(card), null)).toBe(false);
  expect(isBlank('text', text({ type: 'paragraph' }), null)).toBe(true);
  expect(isBlank('quote', value({ words: '', who: '', imageId: 'i' }), null)).toBe(true);
});

test('a button to apply is there once it leads somewhere', () => {
  const apply = value(blankContent('apply'));
  expect(isBlank('apply', apply, null)).toBe(true);
  expect(isBlank('apply', apply, 'https://jobs.gonggo.example')).toBe(false);
});
