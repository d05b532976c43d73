import { expect, test } from '@jest/globals';
import { keepCompiled } from './compile-cache.ts';

test('compiled code is kept in the data directory, and nothing is missed where Node keeps none', () => {
  const kept: string[] = [];
  keepCompiled('/data', { enableCompileCache: (directory) => kept.push(directory) });
  keepCompiled('/data', {});
  expect(kept).toEqual(['/data/compiled']);
});
