/** @jest-environment jsdom */
import { expect, test } from '@jest/globals';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { markdownWords } from './markdown.ts';

function read(source: string): string[] {
  const body = document.createElement('body');
  body.innerHTML = micromark(source, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
  for (const br of body.querySelectorAll('br')) br.replaceWith('\u21b5');
  return Array.from(body.children, ({ tagName, textContent }) => `${tagName} ${textContent}`);
}

test.each([
  ['https://example.com/a_b?c=d&e_f', 'https://example.com/a_b?c=d&e_f'],
  ['보세요: www.example.com/~me', '보세요: www.example.com/~me'],
  ['소개\n', '소개'],
  ['\n\n소개\n\n', '소개'],
  ['    네 칸', '네 칸'],
  ['앞\n    네 칸\n\t탭', '앞↵\n네 칸↵\n탭'],
  ['C:\\', 'C:\\'],
  ['# 제목\n1. 하나\n- 둘\n> 셋', '# 제목↵\n1. 하나↵\n- 둘↵\n> 셋'],
])('%j in a plain field is one paragraph of these words', (words, expected) => {
  expect(read(markdownWords(words))).toEqual([`P ${expected}`]);
});

test('blank lines between words do not divide them', () => {
  expect(read(markdownWords('위\n\n아래'))).toHaveLength(1);
});
