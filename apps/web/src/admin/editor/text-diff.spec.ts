import { expect, test } from '@jest/globals';
import { diffLines } from './text-diff.ts';

const marks = (lines: { text: string; own: boolean }[]) =>
  lines.map(({ text, own }) => (own ? `*${text}` : text));

test('marks the lines the other text lacks, and keeps every line of both', () => {
  const { mine, theirs } = diffLines(['가', '나', '다', '마'], ['가', '나2', '다', '라', '마']);
  expect(marks(mine)).toEqual(['가', '*나', '다', '마']);
  expect(marks(theirs)).toEqual(['가', '*나2', '다', '*라', '마']);
});

test('one side may be empty', () => {
  expect(marks(diffLines([], ['가', '나']).theirs)).toEqual(['*가', '*나']);
  expect(marks(diffLines(['가'], []).mine)).toEqual(['*가']);
});
