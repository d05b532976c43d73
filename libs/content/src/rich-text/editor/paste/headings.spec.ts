import { expect, test } from '@jest/globals';
import { ourLevels } from './headings.ts';

test.each([
  [
    [1, 2, 3],
    [2, 3, 4],
  ],
  [
    [2, 3, 4],
    [2, 3, 4],
  ],
  [
    [1, 3],
    [2, 3],
  ],
  [
    [1, 6],
    [2, 4],
  ],
  [[3], [3]],
  [
    [5, 6],
    [3, 4],
  ],
  [
    [1, 2, 3, 4, 5],
    [2, 3, 4, 4, 4],
  ],
])('headings of the levels %p become %p', (used, right) => {
  const levels = ourLevels(used);
  expect(used.map((level) => levels.get(level))).toEqual(right);
});
