import { expect, test } from '@jest/globals';
import { cleanLine, cleanLines, cleanWords, codePointName } from './clean.ts';

test.each([
  ['팀\t소개', '팀 소개', '팀\t소개'],
  ['팀\u000b소개', '팀 소개', '팀\n소개'],
  ['팀\u000c소개', '팀 소개', '팀\n소개'],
  ['팀\u0085소개', '팀 소개', '팀\n소개'],
  ['팀\u2028소개', '팀 소개', '팀\n소개'],
  ['팀\u2029소개', '팀 소개', '팀\n소개'],
  ['팀\ufffe소\uffff개', '팀소개', '팀소개'],
  ['\u200b', '', ''],
  [' \u2060\u3164\ufeff ', '', ''],
  ['가\u200b', '가\u200b', '가\u200b'],
  ['👩\u200d💻', '👩\u200d💻', '👩\u200d💻'],
  ['  ', '  ', '  '],
  ['é'.normalize('NFD'), 'é', 'é'],
])('%j is kept as a line %j and as lines %j', (typed, line, lines) => {
  expect(cleanLine(typed)).toBe(line);
  expect(cleanLines(typed)).toBe(lines);
});

test('a text node never gains a break', () => {
  expect(cleanWords('팀\u000b소\u2028개\ufffe')).toBe('팀 소 개');
  expect(cleanWords('a\r\nb\tc')).toBe('a\nb\tc');
});

test('a character has a name to look for', () => {
  expect([codePointName('\u0007'), codePointName('가'), codePointName('😀')]).toEqual([
    'U+0007',
    'U+AC00',
    'U+1F600',
  ]);
});
