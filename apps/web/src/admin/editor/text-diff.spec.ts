import { expect, test } from '@jest/globals';
import { diffLines } from './text-diff.ts';

const lines = (...texts: string[]) => texts.map((text) => ({ text }));

const marks = (lines: { text: string; own: boolean }[]) =>
  lines.map(({ text, own }) => (own ? `*${text}` : text));

test('marks the lines the other text lacks, and keeps every line of both', () => {
  const { mine, theirs } = diffLines(lines('가', '나', '다', '마'), lines('가', '나2', '다', '라', '마'));
  expect(marks(mine)).toEqual(['가', '*나', '다', '마']);
  expect(marks(theirs)).toEqual(['가', '*나2', '다', '*라', '마']);
});

test('one side may be empty', () => {
  expect(marks(diffLines([], lines('가', '나')).theirs)).toEqual(['*가', '*나']);
  expect(marks(diffLines(lines('가'), []).mine)).toEqual(['*가']);
});

test('two pictures with the same words are two lines', () => {
  const { mine } = diffLines([{ text: '사진', imageId: 'a' }], [{ text: '사진', imageId: 'b' }]);
  expect(marks(mine)).toEqual(['*사진']);
});
