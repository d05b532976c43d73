import { expect, test } from '@jest/globals';
import { generate } from 'otplib';
import { minute, day } from './support/clock.ts';
import { password, sessionOf, startApi, useApi, type Caller } from './support/api.ts';

const api = useApi();

const json = (body: unknown) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const tryToSignIn = (from: Caller, body: object) => from.fetch('/sessions', json(body));
const fromSite = () => api.caller({ origin: api.config.siteUrl });

test('signing in gives a cookie that scripts cannot read, and only its hash is stored', async () => {
  const { email } = await api.account('viewer');
  const reply = await tryToSignIn(fromSite(), { email, password });
  expect(reply.status).toBe(201);
  expect(await reply.json()).toMatchObject({ email, role: 'viewer' });
  const cookie = reply.headers.getSetCookie()[0] ?? '';
  expect(cookie).toMatch(
    /^gonggo-[0-9a-f]{12}-3000=[\w-]{43}; Max-Age=5184000; Path=\/; HttpOnly; SameSite=Lax$/,
  );
  const token = /=([\w-]{43});/.exec(cookie)?.[1] ?? '';
  const rows = await api.sql('SELECT row_to_json(s)::text AS row FROM session s');
  expect(JSON.stringify(rows)).not.toContain(token);
});

test('on https the cookie is pinned to its host', async () => {
  const secure = await startApi({ SITE_URL: 'https://careers.example' });
  const { email } = await secure.account('viewer');
  const reply = await tryToSignIn(secure.caller({ origin: 'https://careers.example' }), { email, password });
  const cookie = reply.headers.getSetCookie()[0] ?? '';
  expect(cookie).toMatch(
    /^__Host-gonggo-[0-9a-f]{12}=[\w-]{43}; Max-Age=5184000; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
  );
  expect(reply.headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
  const plain = secure.caller({ cookie: cookie.replace('__Host-', '').split(';')[0] ?? '' });
  expect((await plain.fetch('/me')).status).toBe(401);
  await secure.stop();
});

test('two installations of one host do not sign each other out', async () => {
  const other = await startApi();
  await other.sql(`UPDATE setting SET installation = '0123456789ab'`); // test databases are copies of one
  const signedIn = async (at: typeof api) => {
    const { email } = await at.account('viewer');
    const reply = await tryToSignIn(at.caller({ origin: at.config.siteUrl }), { email, password });
    return reply.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  };
  const cookies = [await signedIn(api), await signedIn(other)];
  expect(new Set(cookies.map((one) => one.split('=')[0])).size).toBe(2);
  // A browser sends both to both.
  for (const at of [api, other]) {
    const visitor = at.caller({ cookie: cookies.join('; '), origin: at.config.siteUrl });
    expect((await visitor.fetch('/me')).status).toBe(200);
  }
  // Signing out takes away the cookie of that one only.
  const visitor = other.caller({ cookie: cookies.join('; '), origin: other.config.siteUrl });
  const reply = await visitor.fetch('/sessions/current', { method: 'DELETE' });
  expect(reply.headers.getSetCookie()[0]).toMatch(new RegExp(`^${cookies[1]?.split('=')[0]}=; Max-Age=0;`));
  expect((await api.caller({ cookie: cookies.join('; ') }).fetch('/me')).status).toBe(200);
  await other.stop();
});

test('a session from before the cookie named its installation goes on', async () => {
  const { email } = await api.account('viewer');
  const reply = await tryToSignIn(fromSite(), { email, password });
  const token = /=([\w-]{43});/.exec(reply.headers.getSetCookie()[0] ?? '')?.[1] ?? '';
  expect((await api.caller({ cookie: `gonggo=${token}` }).fetch('/me')).status).toBe(200);
});

test('the email counts in any case', async () => {
  const { email } = await api.account('viewer');
  expect((await tryToSignIn(fromSite(), { email: ` ${email.toUpperCase()} `, password })).status).toBe(201);
});

test('wrong password, unknown email, locked and invited accounts get the same answer', async () => {
  const known = await api.account('viewer');
  const locked = await api.account('viewer');
  const invited = await api.account('viewer');
  await api.sql('UPDATE account SET locked_at = now() WHERE id = $1', [locked.accountId]);
  await api.sql('UPDATE account SET password_hash = NULL WHERE id = $1', [invited.accountId]);
  const answers = await Promise.all(
    [
      { email: known.email, password: 'not the password' },
      { email: 'nobody@gonggo.example', password },
      { email: locked.email, password },
      { email: invited.email, password },
    ].map(async (body) => {
      const { requestId: _id, ...problem } = (await (await tryToSignIn(fromSite(), body)).json()) as {
        requestId: string;
      };
      return problem;
    }),
  );
  expect(answers[0]).toMatchObject({ status: 401, code: 'wrong-credentials' });
  for (const answer of answers) expect(answer).toEqual(answers[0]);
});

test('signing out, a lock and a deleted session act on the next request', async () => {
  const [leaver, locked, ended] = [
    await api.signIn('author'),
    await api.signIn('author'),
    await api.signIn('author'),
  ];
  await leaver.sessions.signOut();
  expect((await leaver.fetch('/me')).status).toBe(401);

  await (await api.signIn('owner')).accounts.change(locked.accountId, { locked: true });
  expect((await locked.fetch('/me')).status).toBe(401);

  const elsewhere = api.caller(await sessionOf(fromSite(), ended.email));
  const { data } = await ended.sessions.list();
  const other = data.find(({ current }) => !current);
  expect(data).toHaveLength(2);
  await ended.sessions.end(other?.id ?? '');
  expect((await elsewhere.fetch('/me')).status).toBe(401);
  expect((await ended.fetch('/me')).status).toBe(200);
});

test('a session is worth what its account is worth now, however that came about', async () => {
  const person = await api.signIn('editor');
  await api.sql('UPDATE account SET locked_at = now() WHERE id = $1', [person.accountId]);
  expect((await person.fetch('/me')).status).toBe(401);
  await api.sql(`UPDATE account SET locked_at = NULL, role = 'viewer' WHERE id = $1`, [person.accountId]);
  expect((await person.fetch('/me')).status).toBe(200);
  await expect(person.taxonomy.add({ kind: 'tag', nameKo: '아직' })).rejects.toMatchObject({ status: 403 });
});

test('a session of somebody else is not there to be ended', async () => {
  const [one, other] = [await api.signIn('author'), await api.signIn('owner')];
  const { data } = await one.sessions.list();
  await expect(other.sessions.end(data[0]?.id ?? '')).rejects.toMatchObject({ status: 404 });
  expect((await one.fetch('/me')).status).toBe(200);
});

test('signing in again in the same browser ends the session it had', async () => {
  const person = await api.signIn('viewer');
  await sessionOf(api.caller(person.headers), person.email);
  expect((await person.fetch('/me')).status).toBe(401);
});

test('a session lasts 14 days from its last use and 60 days from its beginning', async () => {
  const [used, unused] = [await api.signIn('viewer'), await api.signIn('viewer')];
  const begin = await api.clock.now();
  for (let days = 13; days < 60; days += 13) {
    await api.clock.setTo(new Date(begin.getTime() + days * day));
    expect((await used.fetch('/me')).status).toBe(200);
  }
  expect((await unused.fetch('/me')).status).toBe(401);
  await api.clock.setTo(new Date(begin.getTime() + 60 * day + minute));
  expect((await used.fetch('/me')).status).toBe(401);
  await api.clock.setTo(begin);
});

test('a token that was never given, or is no token, is nobody', async () => {
  for (const cookie of [
    `gonggo=${'a'.repeat(43)}`,
    'gonggo=',
    'gonggo',
    'gonggo=%00',
    `gonggo=${'x'.repeat(5000)}`,
  ]) {
    expect((await api.caller({ cookie }).fetch('/me')).status).toBe(401);
  }
});

test('with TOTP on, a code is needed, works once, and not even twice at the same moment', async () => {
  const person = await api.signIn('editor');
  const { secret, uri, on } = await person.me.setUpTotp({ password });
  expect([on, uri]).toEqual([false, expect.stringContaining(`secret=${secret}`)]);
  await expect(person.me.setUpTotp({ password, code: '000000' })).rejects.toMatchObject({ status: 400 });
  const codeAt = async (ahead: number) =>
    generate({ secret: secret ?? '', epoch: Math.floor((await api.clock.now()).getTime() / 1000) + ahead });

  const { recoveryCodes } = await person.me.setUpTotp({ password, code: await codeAt(0) });
  expect(recoveryCodes).toHaveLength(10);
  expect((await person.me.get()).totp).toBe(true);

  const signIn = async (code?: string) => {
    const reply = await tryToSignIn(fromSite(), { email: person.email, password, ...(code ? { code } : {}) });
    return [reply.status, ((await reply.json()) as { code?: string }).code];
  };
  expect(await signIn()).toEqual([401, 'code-required']);
  expect(await signIn('123456')).toEqual([401, 'wrong-credentials']);
  expect(await signIn(await codeAt(0))).toEqual([401, 'wrong-credentials']); // used for setting up

  const next = await codeAt(30);
  const twice = await Promise.all([signIn(next), signIn(next)]);
  expect(twice.map(([status]) => status).sort()).toEqual([201, 401]);
  expect((await signIn(next))[0]).toBe(401);

  const recovery = recoveryCodes[3] ?? '';
  const both = await Promise.all([signIn(recovery.toLowerCase().replace('-', '')), signIn(recovery)]);
  expect(both.map(([status]) => status).sort()).toEqual([201, 401]);
  expect((await person.me.get()).recoveryCodesLeft).toBe(9);
  const [row] = await api.sql('SELECT recovery_codes, password_hash FROM account WHERE id = $1', [
    person.accountId,
  ]);
  expect(JSON.stringify(row)).not.toContain(recoveryCodes[5]);

  await expect(person.me.removeTotp({ password: 'wrong one' })).rejects.toMatchObject({ status: 403 });
  await expect(person.me.removeTotp({ password })).rejects.toMatchObject({ code: 'code-required' });
  await expect(person.me.removeTotp({ password, code: '000000' })).rejects.toMatchObject({ status: 401 });
  await person.me.removeTotp({ password, code: recoveryCodes[7] ?? '' });
  expect((await signIn())[0]).toBe(201);
});

test('a new password ends all other sessions and needs the present one', async () => {
  const person = await api.signIn('author');
  const elsewhere = api.caller(await sessionOf(fromSite(), person.email));
  await expect(person.me.changePassword({ current: 'wrong', next: 'a longer one' })).rejects.toMatchObject({
    status: 403,
    code: 'wrong-credentials',
  });
  await expect(person.me.changePassword({ current: password, next: 'short' })).rejects.toMatchObject({
    status: 400,
  });
  for (const next of ['Password-1234', '1234567890', 'aaaaaaaaaaaa', person.email]) {
    await expect(person.me.changePassword({ current: password, next })).rejects.toMatchObject({
      status: 400,
      errors: [{ pointer: '/next' }],
    });
  }
  await person.me.changePassword({ current: password, next: 'quite another password' });
  expect((await elsewhere.fetch('/me')).status).toBe(401);
  expect((await person.fetch('/me')).status).toBe(200);
  const again = { email: person.email, password: 'quite another password' };
  expect((await tryToSignIn(fromSite(), again)).status).toBe(201);
  expect((await tryToSignIn(fromSite(), { ...again, password })).status).toBe(401);
});
