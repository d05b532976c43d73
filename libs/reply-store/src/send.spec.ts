import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Entry, type Reply } from './entry.ts';
import { send } from './send.ts';

const text = '공고 '.repeat(400);
const moment = new Date('2026-11-20T01:02:03.456Z');
let entry: Entry;
let server: Server;

const page = (more: Partial<Reply> = {}) =>
  new Entry({
    status: 200,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'public, no-cache',
      Vary: 'Accept-Encoding',
    },
    body: text,
    lastModified: moment,
    ...more,
  });

beforeAll(async () => {
  server = createServer((req, res) => send(req, res, entry, ['X-Request-Id', 'r1']));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(() => {
  server.close();
});

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

function ask(headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', method, headers, agent: false }, (res) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () =>
        resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(chunks) }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('sending a kept reply', () => {
  test('each coding carries the same text, its own strong ETag and its length', async () => {
    entry = page();
    const plain = await ask();
    const gzip = await ask({ 'Accept-Encoding': 'gzip' });
    const br = await ask({ 'Accept-Encoding': 'gzip, br' });

    expect(plain.body.toString()).toBe(text);
    expect(gunzipSync(gzip.body).toString()).toBe(text);
    expect(brotliDecompressSync(br.body).toString()).toBe(text);
    expect([plain, gzip, br].map((one) => one.headers['content-encoding'])).toEqual([
      undefined,
      'gzip',
      'br',
    ]);
    const tags = [plain, gzip, br].map((one) => one.headers.etag);
    expect(new Set(tags).size).toBe(3);
    for (const tag of tags) expect(tag).toMatch(/^"[\w-]+"$/);
    for (const one of [plain, gzip, br]) expect(one.headers['content-length']).toBe(String(one.body.length));
    expect(plain.headers).toMatchObject({
      'last-modified': 'Fri, 20 Nov 2026 01:02:03 GMT',
      vary: 'Accept-Encoding',
      'x-request-id': 'r1',
    });
  });

  test('small and binary bodies are never squeezed', async () => {
    entry = page({ body: 'short' });
    expect((await ask({ 'Accept-Encoding': 'br' })).headers['content-encoding']).toBeUndefined();
    entry = page({ headers: { 'Content-Type': 'image/webp' } });
    expect((await ask({ 'Accept-Encoding': 'br' })).headers['content-encoding']).toBeUndefined();
  });

  test('HEAD has the headers of GET and no body', async () => {
    entry = page();
    const head = await ask({ 'Accept-Encoding': 'gzip' }, 'HEAD');
    const get = await ask({ 'Accept-Encoding': 'gzip' });
    const withoutDate = ({ date: _, ...others }: IncomingHttpHeaders) => others;
    expect(head.status).toBe(200);
    expect(head.body).toHaveLength(0);
    expect(withoutDate(head.headers)).toEqual(withoutDate(get.headers));
  });

  test('304 for the ETag of the same coding: alone, weak, in a list, or *', async () => {
    entry = page();
    const tag = (await ask()).headers.etag as string;
    for (const sent of [tag, `W/${tag}`, `"other", W/"x",${tag}`, '*']) {
      const answer = await ask({ 'If-None-Match': sent });
      expect([sent, answer.status, answer.body.length]).toEqual([sent, 304, 0]);
      expect(answer.headers).toMatchObject({
        etag: tag,
        'cache-control': 'public, no-cache',
        vary: 'Accept-Encoding',
        'last-modified': 'Fri, 20 Nov 2026 01:02:03 GMT',
      });
      expect(answer.headers['content-length']).toBeUndefined();
      expect(answer.headers['content-type']).toBeUndefined();
    }
    expect((await ask({ 'If-None-Match': tag, 'Accept-Encoding': 'gzip' })).status).toBe(200);
    expect((await ask({ 'If-None-Match': '"other"' })).status).toBe(200);
    expect((await ask({ 'If-None-Match': tag.slice(0, -1) })).status).toBe(200);
  });

  test('If-Modified-Since counts by the second, and not beside If-None-Match', async () => {
    entry = page();
    const at = (seconds: number) => new Date(moment.getTime() + seconds * 1000).toUTCString();
    expect((await ask({ 'If-Modified-Since': at(0) })).status).toBe(304);
    expect((await ask({ 'If-Modified-Since': at(-1) })).status).toBe(200);
    expect((await ask({ 'If-Modified-Since': 'yesterday' })).status).toBe(200);
    expect((await ask({ 'If-Modified-Since': new Date(Date.now() + 1e8).toUTCString() })).status).toBe(200);
    expect((await ask({ 'If-Modified-Since': at(0), 'If-None-Match': '"other"' })).status).toBe(200);
  });

  test('a refusal is never a 304', async () => {
    entry = page({ status: 410 });
    expect((await ask({ 'If-None-Match': '*' })).status).toBe(410);
  });

  test('the same bytes have the same ETag, other bytes another; a given tag is used', () => {
    expect(page().identity.etag).toBe(page().identity.etag);
    expect(page({ body: `${text}.` }).identity.etag).not.toBe(page().identity.etag);
    expect(page({ tag: 'given' }).identity.etag).toBe('"given"');
  });
});
