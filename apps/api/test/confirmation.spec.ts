import { expect, test } from '@jest/globals';
import { generate } from 'otplib';
import { createApp } from '../src/app.setup.ts';
import { password, startApi, useApi } from './support/api.ts';
import { day, minute } from './support/clock.ts';
import { testConfig } from './support/database.ts';

const api = useApi();

const refused = { status: 403, code: 'confirmation-required' };

const codeAt = async (secret: string | null, ahead: number) =>
  generate({ secret: secret ?? '', epoch: Math.floor((await api.clock.now()).getTime() / 1000) + ahead });

test('keys, links and roles ask again who it is, ten minutes after the sign-in', async () => {
  const [owner, other] = [await api.signIn('owner'), await api.account('viewer')];
  const acts = {
    key: () => owner.apiKeys.add({ name: 'export', scopes: ['drafts:read'] }),
    account: () =>
      owner.accounts.add({ email: `${other.accountId}@gonggo.example`, name: '새 동료', role: 'viewer' }),
    role: () => owner.accounts.change(other.accountId, { role: 'editor' }),
    link: () => owner.accounts.invite(other.accountId),
  };
  await api.clock.advance(11 * minute);
  for (const act of Object.values(acts)) await expect(act()).rejects.toMatchObject(refused);
  expect((await owner.accounts.list()).data.length).toBeGreaterThan(0);

  await expect(owner.sessions.confirm({ password: 'a guess' })).rejects.toMatchObject({ status: 403 });
  await expect(acts.key()).rejects.toMatchObject(refused);
  await owner.sessions.confirm({ password });
  for (const act of Object.values(acts)) await act();

  await api.clock.advance(11 * minute);
  await expect(acts.key()).rejects.toMatchObject(refused);
  await api.clock.advance(-22 * minute);
});

test('with TOTP on, asking again asks for the code as well', async () => {
  const owner = await api.signIn('owner');
  const { secret } = await owner.me.setUpTotp({ password });
  await owner.me.setUpTotp({ password, code: await codeAt(secret, 0) });
  await expect(owner.sessions.confirm({ password })).rejects.toMatchObject({ code: 'code-required' });
  await owner.sessions.confirm({ password, code: await codeAt(secret, 30) });
});

test('the password alone puts no other second factor in the place of the one there is', async () => {
  const person = await api.signIn('author');
  const { secret } = await person.me.setUpTotp({ password });
  await person.me.setUpTotp({ password, code: await codeAt(secret, 0) });
  await api.sql(
    `UPDATE session SET created_at = clock_now() - interval '1 hour', confirmed_at = NULL WHERE account_id = $1`,
    [person.accountId],
  );
  for (const body of [{ password }, { password, code: '000000' }])
    await expect(person.me.setUpTotp(body)).rejects.toMatchObject(refused);
  await expect(person.sessions.confirm({ password: 'guess' })).rejects.toMatchObject({ status: 403 });
  const owner = await api.signIn('owner');
  const { data } = await owner.auditEvents.list({ actorId: person.accountId });
  expect(data).toMatchObject([
    { action: 'session.confirmation-refused', detail: { reason: 'wrong password' } },
    { action: 'account.totp-on', detail: { replaces: false } },
    { action: 'session.begun' },
  ]);
  await person.sessions.confirm({ password, code: await codeAt(secret, 30) });
  expect((await person.me.setUpTotp({ password })).on).toBe(true);
});

test('no dump of the database shows a TOTP secret, and those from before are sealed at a start', async () => {
  const person = await api.signIn('author');
  const { secret } = await person.me.setUpTotp({ password });
  const stored = async () => {
    const [row] = await api.sql<{ secret: string }>(
      'SELECT totp_pending AS secret FROM account WHERE id = $1',
      [person.accountId],
    );
    return row?.secret ?? '';
  };
  expect(await stored()).toMatch(/^v1\./);
  expect(await stored()).not.toContain(secret ?? '');

  await api.sql('UPDATE account SET totp_pending = $2 WHERE id = $1', [person.accountId, secret]);
  const restarted = await createApp(testConfig(api.database.url));
  await restarted.init();
  expect(await stored()).toMatch(/^v1\./);
  await restarted.close();
  expect((await person.me.setUpTotp({ password, code: await codeAt(secret, 0) })).on).toBe(true);
});

test('without SECRET_KEY no second factor is set up, rather than stored in plain', async () => {
  const bare = await startApi({ SECRET_KEY: '' });
  const person = await bare.signIn('viewer');
  await expect(person.me.setUpTotp({ password })).rejects.toMatchObject({
    status: 409,
    detail: expect.stringContaining('SECRET_KEY'),
  });
  await bare.stop();
});

test('how long a session lasts is a setting', async () => {
  const short = await startApi({ SESSION_IDLE_DAYS: '2', SESSION_MAX_DAYS: '3' });
  const [used, unused] = [await short.signIn('viewer'), await short.signIn('viewer')];
  await short.clock.advance(1.5 * day);
  expect((await used.fetch('/me')).status).toBe(200);
  await short.clock.advance(day);
  expect([(await used.fetch('/me')).status, (await unused.fetch('/me')).status]).toEqual([200, 401]);
  await short.clock.advance(day);
  expect((await used.fetch('/me')).status).toBe(401);
  await short.stop();
});
