import { expect, test } from '@jest/globals';
import { rebase } from './rebase.ts';

test('what was changed here stays, what was not follows the others', () => {
  const base = { name: '한빛', accent: null, tags: ['a'] as string[], address: 'x' };
  const mine = { ...base, name: '한빛페이', tags: ['a', 'b'] };
  const theirs = { name: '한빛팀', accent: '#123456', tags: ['c'], address: 'y' };
  expect(rebase<object>(mine, base, theirs)).toEqual({
    name: '한빛페이',
    accent: '#123456',
    tags: ['a', 'b'],
    address: 'y',
  });
  expect(rebase(base, { ...base, tags: ['a'] }, base)).toEqual(base);
});
