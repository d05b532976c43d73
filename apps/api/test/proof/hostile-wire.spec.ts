import { connect } from 'node:net';
import { beforeAll, expect, test } from '@jest/globals';
import type { ProblemBody } from '@gonggo/contract';
import { type Person, useApi } from '../support/api.ts';
import { fingerprint } from './fingerprint.ts';
import { send } from './raw-http.ts';

const api = useApi();
let owner: Person;
beforeAll(async () => void (owner = await api.signIn('owner')));

const get = (target: string, ...more: string[]) =>
  [`GET ${target} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...more, '', ''].join('\r\n');
const post = (headers: string[], body: string) =>
  ['POST /api/v1/drafts HTTP/1.1', 'Host: localhost', ...headers, '', body].join('\r\n');
const credentials = () => Object.entries(owner.headers).map(([name, value]) => `${name}: ${value}`);
const json = 'Content-Type: application/json';

/** Bytes as they are, and whatever comes back until the connection ends. A slow sender pauses before each piece. */
function exchange(pieces: (string | Buffer)[], pauseMs = 0): Promise<string> {
  return new Promise((done, fail) => {
    const { hostname, port } = new URL(api.url);
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), hostname, async () => {
      for (const piece of pieces) {
        if (pauseMs) await new Promise((next) => setTimeout(next, pauseMs));
        if (socket.writable) socket.write(piece);
      }
      // What is not closed by now waits for more: nothing else will come.
      setTimeout(() => socket.end(), 500);
    });
    socket.setTimeout(5_000, () => socket.destroy(new Error('The connection was left open.')));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' ? undefined : fail(error),
    );
    socket.on('close', () => done(Buffer.concat(chunks).toString('utf8')));
  });
}

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);

/** Refusals are problems, even when what was sent is hardly HTTP. */
function expectRefusal(answer: string, ...statuses: number[]): void {
  expect({ answer: answer.slice(0, 400), expected: statuses.includes(statusOf(answer)) }).toEqual({
    answer: answer.slice(0, 400),
    expected: true,
  });
  const [head = '', ...rest] = answer.split('\r\n\r\n');
  expect(head.toLowerCase()).toContain('content-type: application/problem+json');
  const body = JSON.parse(rest.join('\r\n\r\n')) as ProblemBody;
  expect(body.status).toBe(statusOf(answer));
  expect(body.detail.length).toBeGreaterThan(15);
}

test.each<[string, string, ...number[]]>([
  ['a cut-off percent-encoding', get('/api/v1/drafts/%E0%A4%A'), 400],
  ['a percent sign', get('/api/v1/postings/%'), 400],
  ['bytes that are no UTF-8', get('/api/v1/postings/%ff%fe'), 400],
  ['an overlong encoding of a slash', get('/api/v1/postings/%c0%af'), 400],
  ['NUL in a slug', get('/api/v1/postings/a%00b'), 400],
  ['a whole address', get('http://evil.example/api/v1/me'), 401, 404],
  ['an address without a path', get('?status=all'), 400, 404],
  ['a star', get('*'), 400, 404],
  ['a backslash', get('\\api\\v1\\drafts'), 400, 404],
  ['a name in the place of a path', get('localhost:3000'), 400, 404],
  ['a target of 20 KB', get(`/${'a'.repeat(20_000)}`), 414, 431],
  ['a header of 20 KB', get('/api/v1/me', `X-Long: ${'a'.repeat(20_000)}`), 431],
  ['a header without a colon', get('/api/v1/me', 'nonsense'), 400],
  ['a header with a NUL', get('/api/v1/me', 'X-A: a\u0000b'), 400],
  ['HTTP/3.7', 'GET /api/v1/me HTTP/3.7\r\nHost: localhost\r\n\r\n', 400, 505],
  ['the preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400, 505],
  ['a greeting of TLS', Buffer.from('160301020001000001fc0303', 'hex').toString('latin1'), 400],
  ['a method nobody knows', 'STEAL /api/v1/me HTTP/1.1\r\nHost: localhost\r\n\r\n', 400],
  ['TRACE', 'TRACE /api/v1/me HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n', 404, 405],
  ['two lengths', post([json, 'Content-Length: 2', 'Content-Length: 40'], '{}'), 400],
  ['a length and chunks', post([json, 'Content-Length: 2', 'Transfer-Encoding: chunked'], '0\r\n\r\n'), 400],
  ['a negative length', post([json, 'Content-Length: -1'], '{}'), 400],
  [
    'chunks that are none',
    post([json, 'Transfer-Encoding: chunked', 'Connection: close'], 'zz\r\n{}\r\n'),
    400,
    401,
  ],
])('%s', async (_, bytes, ...statuses) => {
  expectRefusal(await exchange([Buffer.from(bytes, 'latin1')]), ...statuses);
});

test('a second request smuggled into the body of the first is not answered', async () => {
  const inner = get('/api/v1/accounts', ...credentials());
  const outer = post([json, 'Content-Length: 4', 'Transfer-Encoding: chunked'], `0\r\n\r\n${inner}`);
  const answer = await exchange([outer]);
  expect(statusOf(answer)).toBe(400);
  expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
});

test('more headers than anybody sends are not taken for a login', async () => {
  const answer = await exchange([get('/api/v1/me', ...Array.from({ length: 1_500 }, (_, n) => `X${n}: 1`))]);
  expect([400, 401, 431]).toContain(statusOf(answer));
});

test('bodies that never come to an end hold up nobody else and leave nothing behind', async () => {
  const untouched = await fingerprint(api);
  const head = post([...credentials(), json, 'Content-Length: 1000'], '');
  const slow = Array.from({ length: 30 }, () => exchange([head, '{"ti', 'tle": "', 'a', 'b'], 150));

  const served: number[] = [];
  for (let n = 0; n < 20; n += 1) {
    const { status, ms } = await send(api.url, {
      method: 'GET',
      path: '/api/v1/drafts',
      headers: owner.headers,
    });
    expect(status).toBe(200);
    served.push(ms);
  }
  const answers = await Promise.all(slow);

  expect(Math.max(...served)).toBeLessThan(1_000);
  for (const answer of answers) expect(statusOf(answer)).toBeLessThan(500);
  expect(await fingerprint(api)).toEqual(untouched);
});

test('pictures that are cut off on the way leave nothing behind', async () => {
  const untouched = await fingerprint(api);
  const start =
    '--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n\u0089PNG\r\n\u001a\n';
  const request = [
    'POST /api/v1/images HTTP/1.1',
    'Host: localhost',
    ...credentials(),
    'Content-Type: multipart/form-data; boundary=x',
  ];
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      exchange([
        [...request, `Content-Length: ${1_000 + n}`, '', ''].join('\r\n'),
        Buffer.from(start, 'latin1'),
        Buffer.alloc(n * 40),
      ]),
    ),
  );
  for (const answer of answers) expect(statusOf(answer)).toBeLessThan(500);
  expect(await fingerprint(api)).toEqual(untouched);
});
