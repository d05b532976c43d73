import { expect, test } from '@jest/globals';
import { numberOf } from './numbering.ts';

test.each<[string, number | undefined, number | null]>([
  ['7.', undefined, 7],
  ['1.2.3', undefined, 3],
  ['c)', undefined, 3],
  ['iv.', undefined, 4],
  ['i.', undefined, 1],
  ['i.', 9, 9],
  ['v.', 5, 5],
  ['다.', undefined, 3],
  ['(2)', undefined, 2],
  ['③', undefined, 3],
  ['o', undefined, null],
  ['·', undefined, null],
  ['§', undefined, null],
])('the marker %s, after which %s comes, says %s', (marker, next, right) =>
  expect(numberOf(marker, next)).toBe(right),
);
