import { expect, test } from '@jest/globals';
import { isSealed, open, seal } from './sealed.ts';

const key = 'a key of more than thirty-two characters';

test('what was sealed opens with the same key, for the same row and purpose only', () => {
  const sealed = seal(key, 'totp', 'account 1', 'JBSWY3DPEHPK3PXP');
  expect([isSealed(sealed), isSealed('JBSWY3DPEHPK3PXP')]).toEqual([true, false]);
  expect(sealed).not.toContain('JBSWY3DPEHPK3PXP');
  expect(open(key, 'totp', 'account 1', sealed)).toBe('JBSWY3DPEHPK3PXP');
  expect(open(`${key}!`, 'totp', 'account 1', sealed)).toBeNull();
  expect(open(key, 'totp', 'account 2', sealed)).toBeNull();
  expect(open(key, 'device', 'account 1', sealed)).toBeNull();
});

test('the same secret never looks the same, and a damaged one is refused', () => {
  const [one, other] = [seal(key, 'totp', 'a', 'secret'), seal(key, 'totp', 'a', 'secret')];
  expect(one).not.toBe(other);
  for (const damaged of [
    one.slice(0, -2),
    `${one.slice(0, 20)}A${one.slice(21)}x`,
    'v1.',
    'v1.abc',
    'secret',
  ]) {
    expect(open(key, 'totp', 'a', damaged)).toBeNull();
  }
});
