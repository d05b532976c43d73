import { expect, test } from '@jest/globals';
import { hashPassword, passwordFits } from './passwords.ts';

test('an overload at the first unknown email does not outlive itself', async () => {
  const crowd = Array.from({ length: 64 }, (_, n) => hashPassword(`password ${n}`));
  await expect(passwordFits(null, 'x')).rejects.toMatchObject({ status: 503 });
  await Promise.all(crowd);
  expect(await passwordFits(null, 'x')).toBe(false);
});
