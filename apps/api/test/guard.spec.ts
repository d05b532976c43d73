import { expect, test } from '@jest/globals';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { KnownRoute } from '../src/platform/problem/known-routes.ts';
import { useApi } from './support/api.ts';

const api = useApi();

const routes = (): KnownRoute[] =>
  (api.app.getHttpAdapter() as FastifyAdapter).getInstance().knownRoutes.list();
const filled = (path: string) => path.replace(/:\w+/g, '0b0e7a3c-5a3e-4d9e-9a53-0f8d1f3b7c11');
const send = (method: string, path: string, headers: Record<string, string> = {}) =>
  fetch(`${api.url}${path}`, { method, headers, redirect: 'manual' });

/** Who adds a line here opens a door to everybody: say in the review why. */
const openToAll = [
  'GET /api/docs',
  'GET /api/docs/:asset',
  'GET /api/healthz',
  'GET /api/openapi.json',
  'GET /api/problems',
  'GET /api/readyz',
  'GET /api/v1/changes',
  'GET /api/v1/changes/stream',
  'GET /api/v1/facets',
  'GET /api/v1/images/:id',
  'GET /api/v1/postings',
  'GET /api/v1/postings/:slug',
  'GET /api/v1/postings/:slug/jsonld',
  'GET /api/v1/postings/:slug/related',
  'GET /api/v1/postings/:slug/sections/:sectionId',
  'GET /api/v1/settings',
  'GET /api/v1/sitemap',
  'GET /media/:imageId/:file',
  'POST /api/v1/invitations/accept',
  'POST /api/v1/invitations/look-up',
  'POST /api/v1/sessions',
];

test('the list of what is open to everybody is this one', () => {
  const open = routes().filter((route) => route.public && route.method !== 'HEAD');
  expect(open.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(openToAll);
  const heads = routes().filter((route) => route.public && route.method === 'HEAD');
  for (const { path } of heads) expect(openToAll).toContain(`GET ${path}`);
});

test('everything else refuses strangers, whatever they send along', async () => {
  const closed = routes().filter((route) => !route.public);
  expect(closed.length).toBeGreaterThan(50);
  const strangers: Record<string, string>[] = [
    {},
    { authorization: 'Bearer gg_nonsensenonsensenonsense' },
    { cookie: `gonggo=${'a'.repeat(43)}` },
    { 'x-gonggo-visitor': '127.0.0.1', 'x-gonggo-secret': api.config.siteSecret ?? '' },
    { 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1', 'x-forwarded-host': 'localhost' },
    { 'x-middleware-subrequest': 'middleware:middleware:middleware', 'x-original-url': '/api/healthz' },
    { 'x-http-method-override': 'GET', 'content-type': 'text/plain' },
  ];
  for (const { method, path } of closed) {
    for (const headers of strangers) {
      const reply = await send(method, filled(path), headers);
      expect([method, path, reply.status]).toEqual([method, path, 401]);
    }
  }
});

test('no other way of writing an address opens it', async () => {
  const forms = [
    '/api/v1/accounts/',
    '//api/v1/accounts',
    '/api//v1/accounts',
    '/api/v1//accounts',
    '/API/v1/accounts',
    '/api/v1/Accounts',
    '/api/v1/accounts%2f',
    '/api/v1%2faccounts',
    '/api/v1/%61ccounts',
    '/api/v1/accounts;a=b',
    '/api/v1/accounts%3f',
    '/api/v1/accounts%00',
    '/api/v1/accounts.json',
    '/api/v1/./accounts',
    '/api/healthz/../v1/accounts',
    '/api/docs/..%2fv1%2faccounts',
    '/api/docs/%2e%2e%2fpackage.json',
    '/api/v1/accounts#',
    '/api/v1/accounts?public=true',
    '/./api/v1/accounts',
  ];
  for (const form of forms) {
    for (const method of ['GET', 'HEAD', 'POST', 'OPTIONS']) {
      const reply = await send(method, form);
      const text = await reply.text();
      expect([form, text.includes('@gonggo.example')]).toEqual([form, false]);
      const refused = [400, 401, 404, 405, 415, ...(method === 'OPTIONS' ? [204] : [])];
      expect([form, refused.includes(reply.status)]).toEqual([form, true]);
    }
  }
});
