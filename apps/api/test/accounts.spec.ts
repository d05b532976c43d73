import { expect, test } from '@jest/globals';
import type { Role } from '@gonggo/contract';
import { password, sessionOf, useApi } from './support/api.ts';
import { day, hour } from './support/clock.ts';

const api = useApi();
const newcomer = (email: string, role: Role = 'author') => ({ email, name: '새 사람', role });
const tokenIn = (url: string | null) => url?.split('#')[1] ?? '';
const events = (id: string) =>
  api
    .sql<{ action: string }>(
      `SELECT action FROM audit_event WHERE subject_id = $1 AND action NOT LIKE 'session.%' ORDER BY at, action`,
      [id],
    )
    .then((rows) => rows.map(({ action }) => action));

test('an invited person sets a password with the link, once, and can sign in', async () => {
  const owner = await api.signIn('owner');
  const { account, invitation } = await owner.accounts.add(newcomer('New.Person@Gonggo.example'));
  expect(account).toMatchObject({
    email: 'new.person@gonggo.example',
    pending: true,
    locked: false,
    role: 'author',
  });
  expect(invitation.url).toMatch(/^http:\/\/localhost:3000\/admin\/invitation#[\w-]{43}$/);
  const token = tokenIn(invitation.url);

  await expect(api.anonymous.accounts.acceptInvitation({ token, password: 'short' })).rejects.toMatchObject({
    status: 400,
  });
  const twice = await Promise.allSettled(
    [1, 2].map(() => api.anonymous.accounts.acceptInvitation({ token, password })),
  );
  expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);

  const person = api.caller(await sessionOf(api.caller({ origin: api.config.siteUrl }), account.email));
  expect(await person.me.get()).toMatchObject({ name: '새 사람', role: 'author' });
  expect(await events(account.id)).toEqual(['account.created', 'account.invitation-accepted']);
  const [stored] = await api.sql('SELECT token_hash FROM invitation WHERE account_id = $1', [account.id]);
  expect(stored?.['token_hash']).not.toBe(token);
});

test('a link ends after 24 hours, and when there is a newer one', async () => {
  const owner = await api.signIn('owner');
  const { account, invitation } = await owner.accounts.add(newcomer('late@gonggo.example'));
  const newer = await owner.accounts.invite(account.id);
  const accept = (url: string | null) =>
    api.anonymous.accounts.acceptInvitation({ token: tokenIn(url), password });
  await expect(accept(invitation.url)).rejects.toMatchObject({ status: 403 });
  await api.clock.advance(day + 1000);
  await expect(accept(newer.url)).rejects.toMatchObject({ status: 403 });
  await api.clock.advance(-day - 1000);
  await accept(newer.url);
});

test('a reset link ends all sessions of its account', async () => {
  const [owner, person] = [await api.signIn('owner'), await api.signIn('editor')];
  const { url } = await owner.accounts.invite(person.accountId);
  expect((await person.fetch('/me')).status).toBe(200);
  await api.anonymous.accounts.acceptInvitation({ token: tokenIn(url), password: 'quite another password' });
  expect((await person.fetch('/me')).status).toBe(401);
});

test('one mailbox has one account', async () => {
  const owner = await api.signIn('owner');
  const both = await Promise.allSettled([
    owner.accounts.add(newcomer('same@gonggo.example')),
    owner.accounts.add(newcomer('SAME@gonggo.example')),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(owner.accounts.add(newcomer('not an address'))).rejects.toMatchObject({
    status: 400,
    errors: [{ pointer: '/email' }],
  });
});

test('a new role ends the sessions and holds from the next one', async () => {
  const [owner, person] = [await api.signIn('owner'), await api.signIn('viewer')];
  await expect(person.taxonomy.add({ kind: 'tag', nameKo: '안돼요' })).rejects.toMatchObject({ status: 403 });
  expect(await owner.accounts.change(person.accountId, { role: 'editor' })).toMatchObject({ role: 'editor' });
  expect((await person.fetch('/me')).status).toBe(401);
  const again = api.caller(await sessionOf(api.caller({ origin: api.config.siteUrl }), person.email));
  await again.taxonomy.add({ kind: 'tag', nameKo: '이제 돼요' });
  expect(await events(person.accountId)).toEqual(['account.changed']);
});

test('a name changes without ending anything', async () => {
  const [owner, person] = [await api.signIn('owner'), await api.signIn('viewer')];
  await owner.accounts.change(person.accountId, { name: '보리', byline: 'CTO' });
  expect(await person.me.get()).toMatchObject({ name: '보리', byline: 'CTO' });
});

test('a locked person is out until unlocked', async () => {
  const [owner, person] = [await api.signIn('owner'), await api.signIn('author')];
  expect(await owner.accounts.change(person.accountId, { locked: true })).toMatchObject({ locked: true });
  await expect(owner.accounts.invite(person.accountId)).rejects.toMatchObject({ status: 409 });
  await expect(sessionOf(api.caller({ origin: api.config.siteUrl }), person.email)).rejects.toThrow('401');
  await owner.accounts.change(person.accountId, { locked: false });
  await sessionOf(api.caller({ origin: api.config.siteUrl }), person.email);
  expect(await events(person.accountId)).toEqual(['account.locked', 'account.unlocked']);
});

test('the last owner who can sign in stays one, also when two go at the same moment', async () => {
  await api.sql(`UPDATE account SET role = 'viewer'`);
  const [one, two] = [await api.signIn('owner'), await api.signIn('owner')];
  const invited = await one.accounts.add(newcomer('owner-to-be@gonggo.example', 'owner'));

  const both = await Promise.allSettled([
    one.accounts.change(two.accountId, { role: 'editor' }),
    two.accounts.change(one.accountId, { locked: true }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const left = await api.sql<{ id: string }>(
    `SELECT id FROM account WHERE role = 'owner' AND locked_at IS NULL AND password_hash IS NOT NULL`,
  );
  expect(left).toHaveLength(1);

  const last = left[0]?.id === one.accountId ? one : two;
  for (const change of [{ role: 'editor' as const }, { locked: true }]) {
    await expect(last.accounts.change(last.accountId, change)).rejects.toMatchObject({
      status: 409,
      code: 'conflict',
    });
  }
  expect(invited.account.pending).toBe(true);
});

test.each(['editor', 'author', 'viewer'] as const)(
  'accounts, keys and settings are not for an %s',
  async (role) => {
    const person = await api.signIn(role);
    const refused = { status: 403, code: 'forbidden' };
    await expect(person.accounts.list()).rejects.toMatchObject(refused);
    await expect(person.accounts.add(newcomer('x@gonggo.example'))).rejects.toMatchObject(refused);
    await expect(person.accounts.change(person.accountId, { role: 'owner' })).rejects.toMatchObject(refused);
    await expect(person.accounts.invite(person.accountId)).rejects.toMatchObject(refused);
    await expect(person.apiKeys.list()).rejects.toMatchObject(refused);
    await expect(person.apiKeys.add({ name: 'x', scopes: ['drafts:read'] })).rejects.toMatchObject(refused);
    await expect(person.settings.change(1, { siteName: 'x' })).rejects.toMatchObject(refused);
  },
);

test('people change themselves, and a portrait must be there', async () => {
  const person = await api.signIn('viewer');
  expect(await person.me.change({ name: '나', language: 'en' })).toMatchObject({
    name: '나',
    language: 'en',
  });
  await expect(person.me.change({ avatar: '0b0e7a3c-5a3e-4d9e-9a53-0f8d1f3b7c11' })).rejects.toMatchObject({
    status: 400,
    errors: [{ pointer: '/avatar' }],
  });
  expect(await person.me.get()).toMatchObject({ name: '나', avatar: null, role: 'viewer' });
  await api.clock.advance(hour);
  await person.me.get();
  const { data } = await person.sessions.list();
  expect(
    new Date(data[0]?.seenAt ?? 0).getTime() - new Date(data[0]?.createdAt ?? 0).getTime(),
  ).toBeGreaterThan(hour - 5000);
  await api.clock.advance(-hour);
});
