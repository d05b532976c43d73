import { beforeEach, expect, jest, test } from '@jest/globals';
import { hashOf } from '../src/auth/secrets.ts';
import { createApp } from '../src/app.setup.ts';
import { storedKey } from '../src/auth/rate-limits.ts';
import { delaysOfStranger, strangersOn } from '../src/auth/sign-in-delays.ts';
import { resetPassword } from '../src/cli/users.ts';
import { testConfig } from './support/database.ts';
import { hour } from './support/clock.ts';
import { password, startApi, useApi, type Caller } from './support/api.ts';

const api = useApi();

const json = (body: unknown) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const tryToSignIn = (from: Caller, body: object) => from.fetch('/sessions', json(body));
const fromSite = () => api.caller({ origin: api.config.siteUrl });

const second = 1_000;
const guess = (from: Caller, email: string) => tryToSignIn(from, { email, password: 'a guess' });
const waitOf = (reply: Response) => Number(reply.headers.get('retry-after'));
/** The cookies of a reply, as the browser sends them back. */
const cookiesOf = (reply: Response) =>
  reply.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0] ?? '')
    .join('; ');
/** As if strangers had tried it so often just now: the longest wait begins. */
const triedHundredTimes = (email: string) =>
  api.sql(
    `INSERT INTO rate_limit (key, window_start, count) VALUES ($1, clock_now(), 100)
     ON CONFLICT (key) DO UPDATE SET count = 100, window_start = clock_now()`,
    [storedKey(strangersOn(email))],
  );
beforeEach(() => api.sql('DELETE FROM rate_limit'));

test('after five tries from one place each further one waits longer, and the right password waits no longer', async () => {
  const { email } = await api.account('viewer');
  const attacker = fromSite();
  for (let n = 0; n < 5; n += 1) expect((await guess(attacker, email)).status).toBe(401);
  const waits: number[] = [];
  for (let n = 0; n < 5; n += 1) {
    const refused = await guess(attacker, email);
    expect(refused.status).toBe(429);
    waits.push(waitOf(refused));
    await api.clock.advance(waitOf(refused) * second);
    expect((await guess(attacker, email)).status).toBe(401);
  }
  expect(waits).toEqual([1, 2, 4, 8, 16]);
  expect((await tryToSignIn(fromSite(), { email, password })).status).toBe(201);

  await api.clock.advance(32 * second);
  expect((await tryToSignIn(attacker, { email, password })).status).toBe(201);
  expect((await guess(attacker, email)).status).toBe(401);
  await api.clock.setTo(new Date());
});

test('tries sent at the same moment pass no oftener, over several processes', async () => {
  const { email } = await api.account('viewer');
  const second = await createApp(testConfig(api.database.url));
  await second.listen({ port: 0, host: '127.0.0.1' });
  const url = (await second.getUrl()).replace('[::1]', '127.0.0.1');
  const from = fromSite();
  const replies = await Promise.all(
    Array.from({ length: 16 }, (_, i) => {
      const request = json({ email, password: 'guess' });
      const headers = { ...from.headers, ...request.headers };
      return fetch(`${i % 2 ? url : api.url}/api/v1/sessions`, { ...request, headers });
    }),
  );
  const passed = replies.filter(({ status }) => status === 401).length;
  expect(passed).toBeGreaterThanOrEqual(5);
  expect(passed).toBeLessThanOrEqual(7); // a second may have passed meanwhile
  expect(replies.filter(({ status }) => status === 429)).toHaveLength(16 - passed);
  await second.close();
});

test('sixty wrong sign-ins from an address stop nobody who signed in from it before', async () => {
  const place = fromSite();
  const { email } = await api.account('editor');
  expect((await tryToSignIn(place, { email, password })).status).toBe(201);
  let refused: Response | undefined;
  for (let n = 0; n < 61; n += 1) {
    const reply = await guess(place, `somebody-${n}@gonggo.example`);
    if (reply.status === 429) refused = reply;
  }
  expect(refused && waitOf(refused)).toBeLessThanOrEqual(60);
  expect((await tryToSignIn(place, { email, password })).status).toBe(201);
});

test('guesses from everywhere keep nobody out: neither on a device it knows, nor where it signed in before', async () => {
  const { email } = await api.account('owner');
  const [office, phone] = [fromSite(), fromSite()];
  await tryToSignIn(office, { email, password });
  const cookie = cookiesOf(await tryToSignIn(phone, { email, password }));

  for (let n = 0; n < 55; n += 1) await guess(fromSite(), email);
  await triedHundredTimes(email);
  const stranger = await tryToSignIn(fromSite(), { email, password });
  expect(stranger.status).toBe(429);
  expect(waitOf(stranger)).toBeLessThanOrEqual(60);
  expect((await tryToSignIn(office, { email, password })).status).toBe(201);
  const elsewhere = api.caller({ ...fromSite().headers, cookie });
  expect((await tryToSignIn(elsewhere, { email, password })).status).toBe(201);
});

test('a device is known for the account that signed in on it, and nobody makes its cookie', async () => {
  const [one, other] = [await api.account('viewer'), await api.account('viewer')];
  const cookie = cookiesOf(await tryToSignIn(fromSite(), { email: one.email, password }));
  const device = cookie.split('; ').find((pair) => pair.includes('device')) ?? '';
  const [name = '', value = ''] = device.split('=');
  const id = value.split('.')[0] ?? '';
  const forged = [
    `${name}=${id}.${'a'.repeat(43)}`,
    `${name}=${'a'.repeat(22)}.${value.split('.')[1]}`,
    `${name}=x`,
  ];
  await triedHundredTimes(other.email);
  for (const one of [device, ...forged]) {
    const from = api.caller({ ...fromSite().headers, cookie: one });
    expect((await guess(from, other.email)).status).toBe(429);
  }
  expect(device).not.toContain(one.email);
});

test('a known device that guesses waits as well', async () => {
  const { email } = await api.account('viewer');
  const cookie = cookiesOf(await tryToSignIn(fromSite(), { email, password }));
  const device = cookie.split('; ').find((pair) => pair.includes('device')) ?? '';
  const statuses = new Set<number>();
  for (let n = 0; n < 12; n += 1)
    statuses.add((await guess(api.caller({ ...fromSite().headers, cookie: device }), email)).status);
  expect(statuses).toEqual(new Set([401, 429]));
});

test('an owner sees that an account is tried, and ends the wait', async () => {
  const [owner, { email, accountId }] = [await api.signIn('owner'), await api.account('viewer')];
  await triedHundredTimes(email);
  const shown = async () => (await owner.accounts.list()).data.find(({ id }) => id === accountId);
  expect(await shown()).toMatchObject({ signInDelayedUntil: expect.stringMatching(/Z$/) });
  expect((await tryToSignIn(fromSite(), { email, password })).status).toBe(429);

  await owner.accounts.liftDelay(accountId);
  expect(await shown()).toMatchObject({ signInDelayedUntil: null });
  expect((await tryToSignIn(fromSite(), { email, password })).status).toBe(201);
  expect((await owner.auditEvents.list({ subjectId: accountId, action: 'account.' })).data[0]).toMatchObject({
    action: 'account.delay-lifted',
    actorId: owner.accountId,
  });
});

test('all networks of one subscriber together have few more tries than one', () => {
  const delays = delaysOfStranger('a@gonggo.example', '2001:db8:77:1234::1').map(({ key, free }) => [
    key,
    free,
  ]);
  expect(delays).toEqual([
    ['sign-in as a@gonggo.example from 2001:db8:77:1234::/64', 5],
    ['sign-in from 2001:db8:77:1234::/64', 30],
    ['sign-in as a@gonggo.example from 2001:db8:77:1200::/56', 10],
    ['sign-in from 2001:db8:77:1200::/56', 60],
    ['sign-in as a@gonggo.example from 2001:db8:77::/48', 20],
    ['sign-in from 2001:db8:77::/48', 120],
    ['sign-in as a@gonggo.example', 50],
    ['sign-in', 1_000],
  ]);
});

test('what one place is refused uses up nothing that all share', async () => {
  const attacker = fromSite();
  for (let n = 0; n < 60; n += 1) await guess(attacker, `nobody-${n}@gonggo.example`);
  const [row] = await api.sql<{ count: number }>('SELECT count FROM rate_limit WHERE key = $1', [
    hashOf('sign-in'),
  ]);
  expect(row?.count).toBeLessThan(60);
});

test('an address handed over without the secret, or forwarded by a stranger, does not count', async () => {
  const { email } = await api.account('viewer');
  const statuses: number[] = [];
  for (let i = 0; i < 8; i += 1) {
    const liar = {
      origin: api.config.siteUrl,
      'x-gonggo-visitor': `10.200.0.${i}`,
      'x-gonggo-secret': 'a guess of the secret',
      'x-forwarded-for': `10.201.0.${i}`,
      'content-type': 'application/json',
    };
    const init = { method: 'POST', headers: liar, body: JSON.stringify({ email, password: 'guess' }) };
    statuses.push((await fetch(`${api.url}/api/v1/sessions`, init)).status);
  }
  expect(statuses.at(-1)).toBe(429);
});

test('a forwarded address counts from a proxy we were told of, and only its last hop', async () => {
  const behind = await startApi({ TRUSTED_PROXIES: '127.0.0.1, 10.9.0.0/16' });
  const { email } = await behind.account('viewer');
  const from = async (forwarded: string) => {
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': forwarded };
    const body = JSON.stringify({ email, password: 'guess' });
    return (await fetch(`${behind.url}/api/v1/sessions`, { method: 'POST', headers, body })).status;
  };
  for (let i = 0; i < 5; i += 1) expect(await from(`10.1.0.${i}, 192.0.2.7, 10.9.0.1`)).toBe(401);
  expect(await from('10.1.0.99, 192.0.2.7, 10.9.0.1')).toBe(429);
  expect(await from('192.0.2.8, 10.9.0.1')).toBe(401);
  await behind.stop();
});

test('guessing the present password is counted', async () => {
  const person = await api.signIn('author');
  for (let i = 0; i < 10; i += 1) {
    await expect(
      person.me.changePassword({ current: `guess ${i}`, next: 'a longer one' }),
    ).rejects.toMatchObject({ status: 403 });
  }
  await expect(person.me.removeTotp({ password })).rejects.toMatchObject({ status: 429 });
  await api.clock.advance(hour);
  await person.me.removeTotp({ password });
  await api.clock.advance(-hour);
});

test('a new password from a link or the command line ends the wait', async () => {
  await api.sql('DELETE FROM rate_limit');
  const { accountId, email } = await api.account('viewer');
  const owner = await api.signIn('owner');
  const place = fromSite();
  const useUp = async () => {
    await triedHundredTimes(email);
    for (let n = 0; n < 8; n += 1) await guess(place, email);
    expect((await tryToSignIn(fromSite(), { email, password })).status).toBe(429);
  };
  await useUp();
  const { url } = await owner.accounts.invite(accountId);
  const next = 'quite another password';
  await api.anonymous.accounts.acceptInvitation({ token: url?.split('#')[1] ?? '', password: next });
  expect((await tryToSignIn(place, { email, password: next })).status).toBe(201);

  await useUp();
  let said = '';
  const write = jest
    .spyOn(process.stdout, 'write')
    .mockImplementation((text) => (said += String(text)) !== '');
  await resetPassword(api.config, [email]).finally(() => write.mockRestore());
  const printed = /: ([\w-]{20})$/m.exec(said)?.[1] ?? '';
  expect((await tryToSignIn(place, { email, password: printed })).status).toBe(201);
  await api.sql('DELETE FROM rate_limit');
});
