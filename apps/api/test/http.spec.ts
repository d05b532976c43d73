import { expect, test } from '@jest/globals';
import { sendRaw } from './support/raw.ts';
import { useApi } from './support/api.ts';

const api = useApi();
const json = { 'content-type': 'application/json' };
const post = (body: string, headers: Record<string, string> = json, path = '/sessions') =>
  api.anonymous.fetch(path, { method: 'POST', headers, body });
const problem = async (reply: Response) => (await reply.json()) as Record<string, unknown>;

test.each([
  ['an unknown address', 'GET', '/api/v1/nothing', 404, 'not-found'],
  ['an address outside', 'GET', '/nothing', 404, 'not-found'],
  ['the root', 'GET', '/', 404, 'not-found'],
  ['a method that is not here', 'PUT', '/api/v1/me', 405, 'method-not-allowed'],
  ['a method nobody has', 'TRACE', '/api/v1/me', 405, 'method-not-allowed'],
  ['a broken percent-encoding', 'GET', '/api/v1/postings/%E0%A4%A', 400, 'bad-request'],
  ['a part that is too long', 'GET', `/api/v1/postings/${'a'.repeat(300)}`, 400, 'bad-request'],
  ['an unknown query key', 'GET', '/api/v1/postings?nope=1', 400, 'bad-request'],
  ['a NUL in the query', 'GET', '/api/v1/postings?tag=a%00b', 400, 'bad-request'],
  ['a NUL in the path', 'GET', '/api/v1/postings/a%00b', 400, 'bad-request'],
  ['a stranger', 'GET', '/api/v1/me', 401, 'unauthenticated'],
])('%s is answered with a problem', async (_what, method, path, status, code) => {
  const reply = await sendRaw(api.url, `${method} ${path} HTTP/1.1`);
  expect([reply.status, reply.headers['content-type']]).toEqual([
    status,
    'application/problem+json; charset=utf-8',
  ]);
  expect(JSON.parse(reply.body)).toMatchObject({
    status,
    code,
    type: `http://localhost:3000/api/problems#${code}`,
  });
  expect(JSON.parse(reply.body).requestId).toBe(reply.headers['x-request-id']);
});

test.each([
  ['no JSON', '{', json, 400],
  ['a list', '[]', json, 400],
  ['null', 'null', json, 400],
  ['a text', '"x"', json, 400],
  ['nothing', '', json, 400],
  ['another media type', '{}', { 'content-type': 'text/plain' }, 415],
  ['a media type that only begins so', '{}', { 'content-type': 'application/json-patch+json' }, 415],
  ['another charset', '{}', { 'content-type': 'application/json; charset=euc-kr' }, 415],
  ['two media types', '{}', { 'content-type': 'application/json, text/plain' }, 415],
  ['a form', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ['multipart where none is taken', '--a--', { 'content-type': 'multipart/form-data; boundary=a' }, 415],
  ['__proto__', '{"__proto__":{"role":"owner"}}', json, 400],
  ['constructor, deep', '{"a":{"constructor":{}}}', json, 400],
  ['a NUL', '{"email":"a\\u0000b","password":"x"}', json, 400],
  ['a lone surrogate', '{"email":"\\ud800","password":"x"}', json, 400],
  ['a lone surrogate in a key', '{"\\udc00":1}', json, 400],
  ['too deep', `${'{"a":'.repeat(70)}1${'}'.repeat(70)}`, json, 400],
  ['far too deep', `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`, json, 400],
  ['too large', `{"email":"${'a'.repeat(1_100_000)}"}`, json, 413],
  ['an unknown key', '{"email":"a@b.example","password":"x","role":"owner"}', json, 400],
  ['wrong types', '{"email":{"$ne":null},"password":[]}', json, 400],
])('a body that is %s is refused', async (_what, body, headers, status) => {
  const reply = await post(body, headers);
  expect(reply.status).toBe(status);
  expect(await problem(reply)).toMatchObject({ status, detail: expect.stringMatching(/\w/) });
});

test.each([
  ['a NUL', '{"email":"a\\u0000b"}', 'A text holds a character that cannot be stored.', '/email'],
  [
    'a lone surrogate',
    '{"a":{"b~/":["\\ud800"]}}',
    'A text holds a character that cannot be stored.',
    '/a/b~0~1/0',
  ],
  ['a poisonous key', '{"a":[{"__proto__":{}}]}', 'A key is not allowed.', '/a/0/__proto__'],
  [
    'depth',
    `${'{"a":'.repeat(65)}1${'}'.repeat(65)}`,
    'The body is nested deeper than 64 levels.',
    '/a'.repeat(64),
  ],
])('%s is found before any class looks at the body', async (_what, body, detail, pointer) => {
  expect(await problem(await post(body))).toMatchObject({ status: 400, detail, errors: [{ pointer }] });
});

test('JSON says its charset, or leaves it out', async () => {
  for (const type of [
    'application/json; charset=utf-8',
    'Application/JSON',
    'application/json;charset="UTF-8"',
  ]) {
    expect((await post('{"email":"a@b.example","password":"x"}', { 'content-type': type })).status).toBe(401);
  }
});

test('errors point to what is wrong', async () => {
  const reply = await post('{"email":5,"extra/key":1}');
  const { errors } = (await problem(reply)) as { errors: { pointer: string }[] };
  expect(errors.map(({ pointer }) => pointer).sort()).toEqual(['/email', '/extra~1key', '/password']);
});

test('a request keeps its id when it is harmless, and gets one when not', async () => {
  const ask = async (id: string) =>
    (await api.anonymous.fetch('/me', { headers: { 'x-request-id': id } })).headers.get('x-request-id');
  expect(await ask('job-4711-step-3')).toBe('job-4711-step-3');
  expect(await ask('short')).toMatch(/^[0-9a-f-]{36}$/);
  expect(await ask('<script>alert(1)</script>')).toMatch(/^[0-9a-f-]{36}$/);
});

test('nothing is stored by caches unless it says so', async () => {
  for (const path of ['/me', '/nothing', '/changes?since=nope']) {
    expect((await api.anonymous.fetch(path)).headers.get('cache-control')).toBe('private, no-store');
  }
  const settings = await api.anonymous.fetch('/settings');
  expect(settings.headers.get('cache-control')).toBe('public, no-cache');
  const again = await api.anonymous.fetch('/settings', {
    headers: { 'if-none-match': settings.headers.get('etag') ?? '' },
  });
  expect([again.status, await again.text()]).toEqual([304, '']);
});

test('HEAD is GET without the body; OPTIONS says what can be done', async () => {
  const [get, head] = [
    await api.anonymous.fetch('/settings'),
    await api.anonymous.fetch('/settings', { method: 'HEAD' }),
  ];
  expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([
    200,
    get.headers.get('etag'),
    '',
  ]);
  const options = await api.anonymous.fetch('/settings', { method: 'OPTIONS' });
  expect(options.status).toBe(204);
  expect(options.headers.get('allow')).toBe('GET, HEAD, PATCH, OPTIONS');
  expect(options.headers.get('access-control-allow-methods')).toBe('GET, HEAD');
  expect(options.headers.get('access-control-allow-headers')).toMatch(/If-None-Match.*X-Request-Id/);
  const closed = await api.anonymous.fetch('/accounts', { method: 'OPTIONS' });
  expect([closed.status, closed.headers.get('access-control-allow-origin')]).toEqual([204, null]);
});

test('a page of another origin may read public replies, refusals too, with the headers that say how to go on', async () => {
  for (const path of ['/settings', '/postings', '/postings/none', '/postings?limit=0', '/nope', '/facets']) {
    const { headers, status } = await api.anonymous.fetch(path);
    const seen = headers.get('access-control-expose-headers')?.split(', ') ?? [];
    expect([path, status, headers.get('access-control-allow-origin')]).toEqual([path, status, '*']);
    for (const name of ['ETag', 'Last-Modified', 'Link', 'Location', 'Retry-After', 'X-Request-Id'])
      expect([path, seen]).toEqual([path, expect.arrayContaining([name])]);
  }
  for (const path of ['/drafts', '/me', '/accounts'])
    expect((await api.anonymous.fetch(path)).headers.get('access-control-allow-origin')).toBeNull();
});

test('what is not HTTP, or too much of it, gets a problem too, and the next one is served', async () => {
  for (const [line, headers, status] of [
    ['NONSENSE', [], 400],
    ['GET /api/v1/me HTTP/1.1', ['Content-Length: 5, 6'], 400],
    ['GET /api/v1/me HTTP/1.1', ['Transfer-Encoding: gzip', 'Content-Length: 3'], 400],
    ['GET /api/v1/me HTTP/1.1', [`Cookie: ${'a'.repeat(20_000)}`], 431],
    [`GET /${'a'.repeat(20_000)} HTTP/1.1`, [], 431],
  ] as const) {
    const reply = await sendRaw(api.url, line, [...headers]);
    expect([line.slice(0, 20), reply.status]).toEqual([line.slice(0, 20), status]);
    expect(JSON.parse(reply.body)).toMatchObject({ status, requestId: reply.headers['x-request-id'] });
  }
  expect((await fetch(`${api.url}/api/healthz`)).status).toBe(200);
});

test('health and the description answer everybody', async () => {
  expect(await (await fetch(`${api.url}/api/healthz`)).json()).toEqual({ status: 'ok' });
  expect(await (await fetch(`${api.url}/api/readyz`)).json()).toEqual({ status: 'ok' });
  expect(await (await fetch(`${api.url}/api/openapi.json`)).json()).toMatchObject({ openapi: '3.1.0' });
  expect(await (await fetch(`${api.url}/api/docs`)).text()).toContain('/api/docs/begin.js');
  expect(await (await fetch(`${api.url}/api/problems`)).text()).toContain('stale-revision:');
});

// Trust, rule D: a byte that is no UTF-8 would be stored as another character.
test('a body or an address that is no UTF-8 is refused', async () => {
  const person = await api.signIn('author');
  const send = (bytes: Buffer) =>
    person.fetch('/drafts', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new Uint8Array(bytes),
    });
  const around = (bytes: number[]) =>
    Buffer.concat([Buffer.from('{"title":"'), Buffer.from(bytes), Buffer.from('"}')]);
  for (const bytes of [[0xff], [0xed, 0x95], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xb0, 0xf8]])
    expect((await send(around(bytes))).status).toBe(400);
  expect((await send(around([...Buffer.from('한글 \ufffd')]))).status).toBe(201);
  for (const path of ['/drafts?q=%ff', '/postings?team=%c0%af', '/postings/%ed%95', '/facets?locale=%zz'])
    expect([path, (await person.fetch(path)).status]).toEqual([path, 400]);
});
