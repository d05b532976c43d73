import { expect, test } from '@jest/globals';
import { breaches, filled, pieces, type Grown } from '../../../libs/reply-store/src/growth.testing.ts';
import { frontOfEachTest } from '../test/support.ts';

// Nothing that a stranger sends costs more than linear time, and little of it (trust, P7).
const front = frontOfEachTest();

const headers: Record<string, string> = {
  accept: 'text/html',
  'accept-encoding': 'gzip',
  'accept-language': 'ko',
  connection: 'close',
  'content-type': 'application/json',
  cookie: 'gonggo=',
  forwarded: 'for=',
  'if-modified-since': 'Mon, 01 Jan 2024',
  'if-none-match': '"a", ',
  'next-router-state-tree': '[',
  'next-url': '/',
  range: 'bytes=0-',
  'x-forwarded-for': '10.0.0.1, ',
};
const inAddress = pieces.filter((piece) => /^[\x21-\x7e]+$/.test(piece));

test.each(Object.entries(headers))('the header %s', async (name, start) => {
  front.api.answer = (req, res) => void req.resume().on('end', () => res.end('{}'));
  const grown = ['/', '/admin', '/api/v1/me'].flatMap((path) =>
    pieces.map((piece): Grown => ({
      name: `${path} ${name}: ${JSON.stringify(piece)}`,
      of: (bytes) => ({ path, headers: { [name]: filled(start, piece, bytes) } }),
    })),
  );
  expect(await breaches(front.site.url, grown)).toEqual([]);
});

test.each([
  '/',
  '/en/',
  '/posts/',
  '/admin/',
  '/api/',
  '/media/',
  '/_next/static/',
  '/?',
  '/en?team=',
  '/admin?',
])('an address that begins with %s', async (start) => {
  const grown = [...inAddress, 'a=1&', 'tag=a&'].flatMap((piece): Grown[] => [
    { name: `${start} ${piece}`, of: (bytes) => ({ path: filled(start, piece, bytes) }) },
    { name: `${start} ${piece} to its end`, of: (bytes) => ({ path: filled(start, piece, bytes, '') }) },
  ]);
  expect(await breaches(front.site.url, grown)).toEqual([]);
});

test('an address of the admin that no page has never gets to the renderer, and no cookie does', async () => {
  front.site.made.page = () => ({ meta: null });
  expect((await front.site.get(`/admin?${'a=1&'.repeat(1000)}`)).status).toBe(414);
  expect(front.site.rendered).toEqual([]);
  await front.site.get('/admin', { headers: { cookie: 'gonggo=secret', rsc: '1', 'next-url': '/admin' } });
  expect(front.site.received[0]).toMatchObject({ rsc: '1', 'next-url': '/admin' });
  expect(front.site.received[0]?.cookie).toBeUndefined();
});
