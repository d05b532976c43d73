import { expect, test } from '@jest/globals';
import { password, useApi } from './support/api.ts';

const api = useApi();
const change = { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: '{"name":"New"}' };

test.each([
  ['our own', 'http://localhost:3000', 200],
  ['another name of this machine', 'http://127.0.0.1:3000', 200],
  ['the IPv6 name of this machine', 'http://[::1]:3000', 200],
  ['another site', 'https://evil.example', 403],
  ['another port', 'http://localhost:3001', 403],
  ['another scheme', 'https://localhost:3000', 403],
  ['one that begins like ours', 'http://localhost:3000.evil.example', 403],
  ['a sandbox', 'null', 403],
])('a write with a cookie and the origin of %s', async (_name, origin, status) => {
  const person = await api.signIn('author');
  const reply = await person.fetch('/me', { ...change, headers: { ...change.headers, origin } });
  expect(reply.status).toBe(status);
});

test('a refusal about the address says where to open the site, to whoever may do anything else, too', async () => {
  const { email } = await api.account('owner');
  const owner = await api.signIn('owner');
  const [headers, body] = [change.headers, JSON.stringify({ email, password })];
  const replies = await Promise.all([
    owner.fetch('/me', { ...change, headers: { ...headers, origin: 'http://192.0.2.7:3000' } }),
    api.caller({ origin: 'http://192.0.2.7:3000' }).fetch('/sessions', { method: 'POST', headers, body }),
  ]);
  for (const reply of replies) {
    expect(reply.status).toBe(403);
    expect(await reply.json()).toMatchObject({ code: 'wrong-origin', siteUrl: 'http://localhost:3000' });
  }
});

test('a write with a cookie and no origin is refused, a reading is not', async () => {
  const { origin: _origin, ...headers } = (await api.signIn('author')).headers;
  const person = api.caller(headers);
  expect((await person.fetch('/me', change)).status).toBe(403);
  expect((await person.fetch('/me')).status).toBe(200);
});

test('nobody can be signed in by another site', async () => {
  const { email } = await api.account('viewer');
  const body = JSON.stringify({ email, password });
  const signIn = (headers: Record<string, string>) =>
    api.caller().fetch('/sessions', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
  expect((await signIn({ origin: 'https://evil.example' })).status).toBe(403);
  expect((await signIn({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await signIn({})).status).toBe(201);
});

test('a key needs no origin: a browser sends none by itself', async () => {
  const program = await api.withKey('drafts:write');
  const term = await program.taxonomy.add({ kind: 'tag', nameKo: '출처 없는 태그' });
  expect(term.slug).toBe('출처-없는-태그');
});

test('where the site is no loopback address, only its own origin counts', async () => {
  const { allowedOrigins } = await import('../src/auth/origin.ts');
  expect(allowedOrigins({ siteUrl: 'https://careers.example' })).toEqual(
    new Set(['https://careers.example']),
  );
});
