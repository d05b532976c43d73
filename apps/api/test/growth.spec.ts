import { beforeAll, expect, test } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { breaches, filled, pieces, type Grown } from '../../../libs/reply-store/src/growth.testing.ts';
import { describeApi } from '../src/platform/openapi/document.ts';
import { type Person, useApi } from './support/api.ts';

// Nothing that a stranger sends costs more than linear time, and little of it (trust, P7).
const api = useApi({ TRUSTED_PROXIES: '127.0.0.1' });
let person: Person;
beforeAll(async () => void (person = await api.signIn('owner')));

/** What each header that is read somewhere begins with, so that its reader gets as far as it can. */
const headers: Record<string, string> = {
  accept: 'text/html',
  'accept-encoding': 'gzip',
  authorization: 'Bearer gg_',
  connection: 'close',
  'content-type': 'application/json',
  cookie: 'gonggo=',
  expect: '100-continue',
  forwarded: 'for=',
  host: 'localhost',
  'idempotency-key': 'a',
  'if-match': '"1',
  'if-modified-since': 'Mon, 01 Jan 2024',
  'if-none-match': '"a", ',
  'last-event-id': '1',
  origin: 'http://localhost',
  range: 'bytes=0-',
  referer: 'http://localhost/',
  'sec-fetch-site': 'same',
  'user-agent': 'Mozilla/5.0',
  'x-forwarded-for': '10.0.0.1, ',
  'x-forwarded-host': 'a',
  'x-forwarded-proto': 'http',
  'x-gonggo-secret': 'a',
  'x-gonggo-visitor': '10.0.0.1',
  'x-request-id': 'abcdefgh',
};
/** An address or a header holds no line of its own; Node refuses to send some of the pieces as they are. */
const inAddress = pieces.filter((piece) => /^[\x21-\x7e]+$/.test(piece));

/** The others are read, or might be, where something is written. */
const ofReadings = [
  'accept',
  'accept-encoding',
  'if-modified-since',
  'if-none-match',
  'range',
  'x-request-id',
];

test.each(Object.entries(headers))('the header %s', async (name, start) => {
  const grown = pieces.map((piece): Grown => ({
    name: `${name}: ${JSON.stringify(piece)}`,
    of: (bytes) =>
      ofReadings.includes(name)
        ? { path: '/api/v1/postings?limit=1', headers: { [name]: filled(start, piece, bytes) } }
        : {
            method: 'PATCH',
            path: '/api/v1/me',
            headers: {
              ...person.headers,
              'content-type': 'application/json',
              [name]: filled(start, piece, bytes - 400),
            },
            body: '{}',
          },
  }));
  expect(await breaches(api.url, grown)).toEqual([]);
});

test.each(['/', '/api/', '/api/v1/', '/api/v1/postings/', '/api/v1/drafts/', '/media/', '/api/docs/'])(
  'a path under %s',
  async (start) => {
    const grown = inAddress.map((piece): Grown => ({
      name: `${start} ${piece}`,
      of: (bytes) => ({ path: filled(start, piece, bytes - 300), headers: person.headers }),
    }));
    expect(await breaches(api.url, grown)).toEqual([]);
  },
);

test.each([
  '/api/v1/postings?tag=',
  '/api/v1/postings?cursor=',
  '/api/v1/postings/a?format=',
  '/api/v1/facets?locale=',
  '/api/v1/changes?since=',
  '/api/v1/drafts?q=',
  '/api/v1/drafts?cursor=',
  '/api/v1/images/library?cursor=',
  '/api/v1/me?',
  '/api/healthz?',
])('a query %s', async (start) => {
  const grown = [...inAddress, 'a=1&', 'tag=a&', 'a,'].map((piece): Grown => ({
    name: `${start} ${piece}`,
    of: (bytes) => ({ path: filled(start, piece, bytes - 300), headers: person.headers }),
  }));
  expect(await breaches(api.url, grown)).toEqual([]);
});

type Schema = { $ref?: string; properties?: Record<string, Schema> };

/** Every operation that takes JSON, with the names of what it takes. */
function operations(document: OpenAPIObject): { method: string; path: string; fields: string[] }[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    (['post', 'put', 'patch', 'delete'] as const).flatMap((method) => {
      const request = item[method]?.requestBody;
      const content = request && 'content' in request ? request.content['application/json'] : undefined;
      const { $ref = '' } = (content?.schema ?? {}) as Schema;
      const schema = document.components?.schemas?.[$ref.split('/').at(-1) ?? ''] as Schema | undefined;
      return schema
        ? [{ method: method.toUpperCase(), path, fields: Object.keys(schema.properties ?? {}) }]
        : [];
    }),
  );
}

const marks = '\u0315\u0300';

test('every field of every body', async () => {
  const found = operations(describeApi(api.app));
  expect(found.length).toBeGreaterThan(15);
  const id = '0b0e7a3c-5a3e-4d9e-9a53-0f8d1f3b7c11';
  const grown = found.flatMap(({ method, path, fields }) => {
    const address = path.replace(/\{\w+\}/g, id);
    const json = { ...person.headers, 'content-type': 'application/json', 'if-match': '"1"' };
    const send = (name: string, body: (bytes: number) => string): Grown => ({
      name: `${method} ${path} ${name}`,
      of: (bytes) => ({ method, path: address, headers: json, body: body(bytes) }),
    });
    return [
      ...fields.flatMap((field) => [
        ...[' ', marks, 'a@'].map((piece) =>
          send(`${field} of ${JSON.stringify(piece)}`, (bytes) =>
            JSON.stringify({
              [field]: filled('', piece, Math.floor((bytes * piece.length) / Buffer.byteLength(piece))),
            }),
          ),
        ),
        send(`${field} of numbers`, (bytes) => `{"${field}":[${'1,'.repeat(bytes / 2)}1]}`),
        send(`${field} nested`, (bytes) => `{"${field}":${'['.repeat(bytes / 2)}${']'.repeat(bytes / 2)}}`),
      ]),
      send('many keys', (bytes) => `{${Array.from({ length: bytes / 8 }, (_, n) => `"k${n}":1`).join(',')}}`),
      send('spaces', (bytes) => filled('{', ' ', bytes, '}')),
    ];
  });
  expect(await breaches(api.url, grown)).toEqual([]);
}, 600_000);

test('marks without end are refused before anything composes them', async () => {
  const headers = { 'content-type': 'application/json', origin: api.config.siteUrl };
  const body = JSON.stringify({ email: `a${marks.repeat(200_000)}@gonggo.example`, password: 'a password' });
  const began = performance.now();
  const reply = await api.anonymous.fetch('/sessions', { method: 'POST', headers, body });
  expect(reply.status).toBe(400);
  expect(performance.now() - began).toBeLessThan(2_000);
  expect((await api.anonymous.fetch(`/postings/${marks.repeat(50)}`)).status).toBe(400);
  expect((await api.anonymous.fetch(`/postings?team=${marks.repeat(50)}`)).status).toBe(400);
});
