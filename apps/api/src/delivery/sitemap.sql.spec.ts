import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { idsOf, partsOf } from './sitemap.sql.ts';

test('there are as many parts as some thousand postings each need', () => {
  expect(partsOf([62, 4, 0])).toEqual(['']);
  expect(partsOf([63, 4, 0])).toHaveLength(16);
  expect(partsOf([63, 63, 5])).toHaveLength(256);
  expect(partsOf([63, 63, 63])).toHaveLength(4096);
});

test.each([[[0, 0, 0]], [[63, 0, 0]], [[63, 63, 0]], [[63, 63, 63]]])(
  'every id is in one part (%j)',
  (zeros) => {
    const ranges = partsOf(zeros).map(idsOf);
    for (let n = 0; n < 50; n += 1) {
      const id = randomUUID();
      expect(ranges.filter(([first, last]) => first <= id && id <= last)).toHaveLength(1);
    }
  },
);
