import { expect, test } from '@jest/globals';
import http from 'node:http';
import { gzipSync } from 'node:zlib';
import { until, frontOfEachTest } from '../test/support.ts';

const front = frontOfEachTest();

test("gets the visitor's address and our secret, and never what a visitor says of either", async () => {
  front.api.answer = (_, res) => res.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  await front.site.get('/api/v1/me', {
    headers: {
      'x-forwarded-for': '1.2.3.4',
      'x-gonggo-visitor': '1.2.3.4',
      'x-gonggo-secret': 'guessed',
      cookie: 'gonggo=mine',
    },
  });
  const [{ headers }] = front.api.asked as [http.IncomingMessage];
  expect(headers).toMatchObject({
    'x-gonggo-visitor': '127.0.0.1',
    'x-gonggo-secret': 'known to both',
    cookie: 'gonggo=mine',
  });
  expect(headers['x-forwarded-for']).toBeUndefined();
});

test('bodies pass as streams, both ways', async () => {
  front.api.answer = (req, res) => {
    res.writeHead(200, { 'content-type': 'text/plain' });
    req.pipe(res);
  };
  const body = Buffer.alloc(3_000_000, 'x');
  const headers = { 'content-type': 'multipart/form-data; boundary=x' };
  const reply = await front.site.get('/api/v1/images', { method: 'POST', headers, body });
  expect(Buffer.from(await reply.arrayBuffer()).equals(body)).toBe(true);
});

test('an event arrives before its stream ends', async () => {
  front.api.answer = (_, res) =>
    res.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: now\n\n') as never;
  const reply = await front.site.get('/api/v1/anything');
  const { value } = (await reply.body?.getReader().read()) ?? {};
  expect(Buffer.from(value ?? []).toString()).toBe('data: now\n\n');
});

test('a visitor who leaves ends the request to the API', async () => {
  let left = false;
  front.api.answer = (_, res) => void res.on('close', () => (left = true));
  const leaving = new AbortController();
  const reply = front.site.get('/api/v1/slow', { signal: leaving.signal }).catch(() => 'left');
  await until(() => front.api.asked.length === 1);
  leaving.abort();
  expect(await reply).toBe('left');
  await until(() => left);
});

test('what the API tells us of its answers goes no further', async () => {
  front.api.answer = (_, res) =>
    res.writeHead(200, { 'X-Gonggo-Revision': '7', 'x-gonggo-left': '1', 'x-other': 'kept' }).end('{}');
  for (const path of ['/api/v1/postings', '/media/x']) {
    const { headers } = await front.site.get(path);
    expect([...headers.keys()].filter((name) => name.startsWith('x-gonggo'))).toEqual([]);
    expect(headers.get('x-other')).toBe('kept');
  }
  front.site.made.page = () => ({ meta: { revision: 7, expires: Date.now() + 1000 } });
  const page = await front.site.get('/posts/a');
  expect([...page.headers.keys()].filter((name) => name.startsWith('x-gonggo'))).toEqual([]);
});

test('compressed replies pass untouched', async () => {
  const squeezed = gzipSync('bytes');
  front.api.answer = (_, res) => res.writeHead(200, { 'content-encoding': 'gzip' }).end(squeezed);
  const raw = await new Promise<Buffer>((done) =>
    http.get(`${front.site.url}/media/x`, { headers: { 'accept-encoding': 'gzip' } }, (res) => {
      const parts: Buffer[] = [];
      res.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(Buffer.concat(parts)));
    }),
  );
  expect(raw.equals(squeezed)).toBe(true);
});

test('an API that is not there is a problem with a time to try again', async () => {
  await front.api.stop();
  const reply = await front.site.get('/api/v1/postings');
  expect([reply.status, reply.headers.get('content-type'), reply.headers.get('retry-after')]).toEqual([
    503,
    'application/problem+json',
    '2',
  ]);
  expect(await reply.json()).toMatchObject({ status: 503, code: 'overloaded' });
});

test('an API that breaks off is another problem', async () => {
  front.api.answer = (req) => req.socket.destroy();
  const reply = await front.site.get('/api/v1/drafts', { method: 'POST', body: '{}' });
  expect([reply.status, (await reply.json()).code]).toEqual([502, 'internal']);
});

test('the author of a publication never reads the page from before it', async () => {
  front.site.made.page = () => ({ body: 'before' });
  await front.site.get('/posts/a');
  front.site.made.page = () => ({ body: 'after' });
  front.api.answer = (_, res) => res.writeHead(200).end('{}');

  await front.site.get('/api/v1/drafts/1/sections/2', { method: 'PATCH', body: '{}' });
  expect(await (await front.site.get('/posts/a')).text()).toBe('before');
  await front.site.get('/api/v1/drafts/1/publish', { method: 'POST' });
  expect(await (await front.site.get('/posts/a')).text()).toBe('after');
});

test('a publication that was refused drops nothing', async () => {
  await front.site.get('/posts/a');
  front.api.answer = (_, res) => res.writeHead(409).end('{}');
  await front.site.get('/api/v1/drafts/1/publish', { method: 'POST' });
  await front.site.get('/posts/a');
  expect(front.site.rendered).toHaveLength(1);
});

test('where the API has told every site before its answer, nothing more is forgotten', async () => {
  await front.site.get('/posts/a');
  front.api.answer = (_, res) => res.writeHead(200, { 'sites-informed': '?1' }).end('{}');
  const reply = await front.site.get('/api/v1/drafts/1/publish', { method: 'POST' });
  expect(reply.headers.get('sites-informed')).toBe('?1');
  await front.site.get('/posts/a');
  expect(front.site.rendered).toHaveLength(1);
  front.api.answer = (_, res) => res.writeHead(200, { 'sites-informed': '?0' }).end('{}');
  await front.site.get('/api/v1/drafts/1/publish', { method: 'POST' });
  await front.site.get('/posts/a');
  expect(front.site.rendered).toHaveLength(2);
});
