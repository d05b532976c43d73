import { describe, expect, test } from '@jest/globals';
import { acceptedCodings } from './negotiate.ts';

describe('content coding', () => {
  test.each([
    [undefined, ['identity']],
    ['', ['identity']],
    ['gzip, deflate, br, zstd', ['br', 'gzip', 'identity']],
    ['gzip', ['gzip', 'identity']],
    ['GZIP', ['gzip', 'identity']],
    ['br;q=0.5, gzip;q=0.8', ['gzip', 'br', 'identity']],
    ['br;q=0, gzip', ['gzip', 'identity']],
    ['identity;q=0.9, gzip;q=0.1', ['identity', 'gzip']],
    ['*', ['br', 'gzip', 'identity']],
    ['*;q=0', ['identity']],
    ['identity;q=0, br', ['br']],
    ['*;q=0.1, identity;q=0', ['br', 'gzip']],
    ['br;q=2', ['identity']],
    ['br;q=nonsense, gzip;q=1.000', ['gzip', 'identity']],
    ['deflate', ['identity']],
  ])('%j may be answered with %j', (header, expected) => {
    expect(acceptedCodings(header)).toEqual(expected);
  });

  test('a flood of different headers is answered, not remembered for ever', () => {
    for (let n = 0; n < 1000; n++) expect(acceptedCodings(`x-${n}, gzip`)[0]).toBe('gzip');
  });
});
