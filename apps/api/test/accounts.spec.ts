import { expect, test } from '@jest/globals';
import { useApi } from './support/api.ts';

const api = useApi();

test('an owner sees who has an account', async () => {
  const owner = await api.signIn('owner');
  const { data } = await owner.accounts.list();
  expect(data.map(({ id }) => id)).toContain(owner.accountId);
});
