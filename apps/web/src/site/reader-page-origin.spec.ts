import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { GetServerSidePropsContext } from 'next';
import { readConfig } from '../../server/config.ts';
import { pageMetaHeader, readPageMeta } from '../../server/page-meta.ts';
import { aListItem, aPosting, settings } from '../../test/a-posting.ts';
import { FakeApi } from '../../test/support.ts';
import { home, posting, readerPage, type Load } from './reader-page.ts';

const hour = 3_600_000;
let api: FakeApi;
/** By the start of a path: what the API answers and tells of it. */
let answers: [path: string, body: unknown, word: { revision: number; left?: number }][];

beforeEach(async () => {
  api = new FakeApi();
  await api.start();
  api.answer = (req, res) => {
    const [, body, word] = answers.find(([path]) => req.url?.startsWith(`/api/v1${path}`)) ?? [];
    if (!body || !word) return void res.writeHead(404).end('{}');
    const to = (body as { to?: string }).to;
    res.writeHead(to ? 301 : 200, {
      'content-type': 'application/json',
      etag: '"1"',
      'x-gonggo-revision': String(word.revision),
      ...(word.left ? { 'x-gonggo-left': String(word.left) } : {}),
      ...(to ? { location: to } : {}),
    });
    res.end(JSON.stringify(body));
  };
});
afterEach(() => api.stop());

/** What a page tells the page store of itself. */
async function told(load: Load, slug?: string) {
  let header = '';
  const res = { statusCode: 0, setHeader: (name: string, value: string) => (header = value) };
  const config = () => readConfig({ API_URL: api.url, SITE_SECRET: 'known to both' });
  await readerPage(
    'ko',
    load,
    config,
  )({ res, query: {}, params: { slug } } as unknown as GetServerSidePropsContext);
  expect(pageMetaHeader).toMatch(/^x-gonggo/);
  return readPageMeta(header);
}

const facets = {
  locale: [],
  team: [],
  jobFamily: [],
  employmentType: [],
  level: [],
  location: [],
  remote: [],
  tag: [],
};
const list = (...data: unknown[]) => ({ data, page: { nextCursor: null } });
const endless = aListItem({ facts: { ...aPosting().facts, closesAt: null } });

test('the home page ends with the next closing of any posting, shown or not, and is as old as its oldest answer', async () => {
  answers = [
    ['/settings', settings, { revision: 9 }],
    ['/facets', facets, { revision: 6, left: hour }],
    ['/postings?locale=ko&status=closed', list(), { revision: 8, left: 2 * hour }],
    ['/postings', list(endless), { revision: 7, left: 2 * hour }],
  ];
  const began = Date.now();
  const meta = await told(home);
  expect(meta?.revision).toBe(6);
  expect(meta?.expires).toBeGreaterThanOrEqual(began + hour);
  expect(meta?.expires).toBeLessThanOrEqual(Date.now() + hour);
  expect(api.asked.every(({ headers }) => headers['x-gonggo-secret'] === 'known to both')).toBe(true);
});

test('a page that nothing closes has no end', async () => {
  answers = [
    ['/settings', settings, { revision: 9 }],
    ['/facets', facets, { revision: 9 }],
    ['/postings', list(endless), { revision: 9 }],
  ];
  expect(await told(home)).toMatchObject({ revision: 9, expires: null });
});

test('an answer that says open although its moment has passed makes a page that is over already', async () => {
  const late = aPosting({ slug: 'late' });
  late.facts.closesAt = new Date(Date.now() - 1000).toISOString();
  answers = [
    ['/settings', settings, { revision: 9 }],
    ['/postings/late/related', { data: [] }, { revision: 9 }],
    ['/postings/late', late, { revision: 9 }],
    ['/postings', list(), { revision: 9 }],
  ];
  const meta = await told(posting, 'late');
  expect(meta?.expires).toBeLessThan(Date.now());
});

test('where an old address leads is as old as the word of the move', async () => {
  answers = [
    ['/settings', settings, { revision: 9 }],
    ['/postings/before', { to: '/api/v1/postings/now?locale=ko' }, { revision: 5 }],
    ['/postings/now/related', { data: [] }, { revision: 9 }],
    ['/postings/before/related', { to: '/api/v1/postings/now/related?locale=ko' }, { revision: 5 }],
    ['/postings/now', aPosting({ slug: 'now' }), { revision: 9 }],
    ['/postings', list(), { revision: 9 }],
  ];
  const meta = await told(posting, 'before');
  expect(meta).toMatchObject({ revision: 5 });
  expect(meta?.sources.map(([path]) => path)).toContain('/api/v1/postings/before?locale=ko');
});
