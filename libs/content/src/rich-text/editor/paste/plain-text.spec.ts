/** @jest-environment jsdom */
import { expect, test } from '@jest/globals';
import { cleanPasted } from './clean.ts';
import { isMarkdown } from './markdown-signs.ts';
import { htmlOfMarkdown } from './markdown-text.ts';
import { tableOf } from './tabbed-text.ts';

test.each([
  ['* 사과\n* 배', true],
  ['장 볼 것\n\n1. 사과\n2. 배', true],
  ['- [x] 사과', true],
  ['## 머리\n\n글', true],
  ['| 가 | 나 |\n|---|---|\n| 1 | 2 |', true],
  ['```\nx\n```', true],
  ['[글](https://example.com/a)을 보세요', true],
  ['__init__.py', false],
  ['2 * 3 * 4', false],
  ['- 한 줄', false],
  ['# 설치\nnpm ci\nnpm test', false],
  ['name: ci\non:\n- push\nsteps:\n- run: a\n- run: b', false],
  ['int *p;\n* q = 1;\n* r = 2;', false],
  ['a == b\nx ~~ y', false],
])('%j is Markdown: %s', (text, right) => expect(isMarkdown(text)).toBe(right));

test('Markdown keeps breaks, and HTML in it is text', () => {
  const body = htmlOfMarkdown('* 가\n* <b>나</b>\n\n줄\n바꿈 **굵게**');
  cleanPasted(body);
  expect(body.innerHTML).toBe(
    '<ul><li><p>가</p></li><li><p>&lt;b&gt;나&lt;/b&gt;</p></li></ul><p>줄<br>바꿈 <strong>굵게</strong></p>'.replace(
      /<(ul)>/,
      '<$1 data-kind="ul">',
    ),
  );
});

test.each<[string, string | null]>([
  ['가\t나\n다\t라\n', '<table><tr><td>가</td><td>나</td></tr><tr><td>다</td><td>라</td></tr></table>'],
  [
    '"두\n줄"\t"""말"""\n<b>\t',
    '<table><tr><td>두<br>줄</td><td>"말"</td></tr><tr><td>&lt;b&gt;</td><td></td></tr></table>',
  ],
  ['\tif a\n\tb', null],
  ['가\t나', null],
  ['가\t나\n다', null],
])('%j as a table', (text, right) => expect(tableOf(text)).toBe(right));
