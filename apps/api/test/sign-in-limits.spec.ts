import { expect, jest, test } from '@jest/globals';
import { hashOf } from '../src/accounts/secrets.ts';
import { createApp } from '../src/app.setup.ts';
import { resetPassword } from '../src/cli/users.ts';
import { testConfig } from './support/database.ts';
import { hour, minute } from './support/clock.ts';
import { password, startApi, useApi, type Caller } from './support/api.ts';

const api = useApi();

const json = (body: unknown) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const tryToSignIn = (from: Caller, body: object) => from.fetch('/sessions', json(body));
const fromSite = () => api.caller({ origin: api.config.siteUrl });
test('ten tries on one account from one address, then a wait, for this person only', async () => {
  const { email } = await api.account('viewer');
  const attacker = fromSite();
  const statuses: number[] = [];
  for (let i = 0; i < 11; i += 1)
    statuses.push((await tryToSignIn(attacker, { email, password: 'guess' })).status);
  expect(statuses).toEqual([...Array<number>(10).fill(401), 429]);

  const blocked = await tryToSignIn(attacker, { email, password });
  expect(blocked.status).toBe(429);
  expect(Number(blocked.headers.get('retry-after'))).toBeGreaterThan(800);
  expect((await tryToSignIn(fromSite(), { email, password })).status).toBe(201);

  await api.clock.advance(16 * minute);
  expect((await tryToSignIn(attacker, { email, password })).status).toBe(201);
  await api.clock.advance(-16 * minute);
});

test('tries sent at the same moment are all counted, over several processes', async () => {
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
  expect(replies.filter(({ status }) => status === 401)).toHaveLength(10);
  expect(replies.filter(({ status }) => status === 429)).toHaveLength(6);
  await second.close();
});

test('one address cannot try many accounts, and one account cannot be tried from everywhere', async () => {
  const attacker = fromSite();
  const statuses = new Set<number>();
  await api.sql(`UPDATE rate_limit SET count = 0`);
  for (let i = 0; i < 61; i += 1) {
    statuses.add((await tryToSignIn(attacker, { email: `x${i}@gonggo.example`, password: 'guess' })).status);
  }
  expect(statuses).toEqual(new Set([401, 429]));

  const { email } = await api.account('viewer');
  await tryToSignIn(fromSite(), { email, password: 'guess' });
  await api.sql(`UPDATE rate_limit SET count = 100 WHERE count = 1`);
  expect((await tryToSignIn(fromSite(), { email, password })).status).toBe(429);
  await api.sql('DELETE FROM rate_limit');
});

test('an address handed over without the secret, or forwarded by a stranger, does not count', async () => {
  const { email } = await api.account('viewer');
  const statuses: number[] = [];
  for (let i = 0; i < 11; i += 1) {
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
  for (let i = 0; i < 10; i += 1) expect(await from(`10.1.0.${i}, 192.0.2.7, 10.9.0.1`)).toBe(401);
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

test('many networks of one subscriber use up neither an account’s tries nor everybody’s', async () => {
  await api.sql('DELETE FROM rate_limit');
  const known = await api.account('viewer');
  const tryFrom = async (n: number, email: string) => {
    const headers = { 'x-gonggo-visitor': `2001:db8:77:${n.toString(16)}::1` };
    return (
      await tryToSignIn(api.caller({ ...fromSite().headers, ...headers }), { email, password: 'guess' })
    ).status;
  };
  const tried = async (times: number, email: (n: number) => string, network: (n: number) => number) => {
    const statuses: number[] = [];
    for (let n = 0; n < times; n += 1) statuses.push(await tryFrom(network(n), email(n)));
    return statuses.filter((status) => status === 401).length;
  };
  // On one account: from networks of one /56, and from others of the /48.
  expect(
    await tried(
      40,
      () => known.email,
      (n) => n % 16,
    ),
  ).toBe(30);
  expect(
    await tried(
      5,
      () => known.email,
      (n) => 0x100 * (n + 1),
    ),
  ).toBe(0);
  const elsewhere = { email: known.email, password };
  expect((await tryToSignIn(fromSite(), elsewhere)).status).toBe(201);

  // On everybody: the first /56 has 90 of its 120 left, the /48 has 300.
  const nobody = (n: number) => `nobody-${n}@gonggo.example`;
  expect(await tried(95, nobody, (n) => n % 16)).toBe(90);
  await api.sql('UPDATE rate_limit SET count = 299 WHERE key = $1', [
    hashOf('sign-in from 2001:db8:77::/48'),
  ]);
  expect(await tried(3, nobody, (n) => 0x200 * (n + 1))).toBe(1);
  await api.sql('DELETE FROM rate_limit');
});

test('three networks do not keep a known email out', async () => {
  await api.sql('DELETE FROM rate_limit');
  const { email } = await api.account('viewer');
  const places = [fromSite(), fromSite(), fromSite()];
  for (let quarter = 0; quarter < 4; quarter += 1) {
    for (const place of places) {
      for (let n = 0; n < 11; n += 1) await tryToSignIn(place, { email, password: 'guess' });
    }
    if (quarter < 3) await api.clock.advance(16 * minute - 60_000);
  }
  expect((await tryToSignIn(fromSite(), { email, password })).status).toBe(201);
  await api.clock.setTo(new Date());
  await api.sql('DELETE FROM rate_limit');
});

test('a new password from a link or the command line ends the wait', async () => {
  await api.sql('DELETE FROM rate_limit');
  const { accountId, email } = await api.account('viewer');
  const owner = await api.signIn('owner');
  const place = fromSite();
  const useUp = async () => {
    for (let n = 0; n < 11; n += 1) await tryToSignIn(place, { email, password: 'guess' });
    await api.sql('UPDATE rate_limit SET count = 100 WHERE starts_with(key, $1)', [`${hashOf(email)} `]);
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

test('what one place is refused does not use up the tries that all share', async () => {
  await api.sql('DELETE FROM rate_limit');
  const everybody = hashOf('sign-in');
  const attacker = fromSite();
  const tried = async (times: number) => {
    const statuses: number[] = [];
    for (let i = 0; i < times; i += 1) {
      const email = `nobody-${i}@gonggo.example`;
      statuses.push((await tryToSignIn(attacker, { email, password: 'guess' })).status);
    }
    return statuses;
  };
  const counted = async () => {
    const [row] = await api.sql<{ count: number }>('SELECT count FROM rate_limit WHERE key = $1', [
      everybody,
    ]);
    return row?.count;
  };
  // One place's tries are used up, and only those that were let through count for all.
  expect(new Set(await tried(60))).toEqual(new Set([401]));
  expect(await counted()).toBe(60);
  expect(new Set(await tried(20))).toEqual(new Set([429]));
  expect(await counted()).toBe(60);

  const [{ email }, other] = [await api.account('viewer'), fromSite()];
  expect((await tryToSignIn(other, { email, password })).status).toBe(201);
  expect(await counted()).toBe(61);
  // What all share still holds for a place that has tries left.
  await api.sql('UPDATE rate_limit SET count = 1000 WHERE key = $1', [everybody]);
  expect((await tryToSignIn(fromSite(), { email, password })).status).toBe(429);
  await api.sql('DELETE FROM rate_limit');
});
