import { expect, test } from '@jest/globals';
import { nothing, type Shows } from '@gonggo/contract/shows';
import type { Touch } from '@gonggo/contract/touch';
import { settings } from '../test/a-posting.ts';
import { until, frontOfEachTest } from '../test/support.ts';

const front = frontOfEachTest();

test('a change drops what is kept and detaches a page that is being rendered', async () => {
  let release = () => undefined as void;
  front.site.made.page = () => new Promise((done) => (release = () => done({ body: 'old' })));
  const slow = front.site.get('/posts/a');
  await until(() => front.site.rendered.length === 1);
  await front.tell();
  release();
  expect(await (await slow).text()).toBe('old');

  front.site.made.page = () => ({ body: 'new' });
  expect(await (await front.site.get('/posts/a')).text()).toBe('new');
});

test('a page made of answers older than the newest change heard of is shown, not kept', async () => {
  // As from a replica that lags, or another API process that has not heard yet.
  const first = await front.site.get('/posts/a');
  expect(first.status).toBe(200);
  await front.tell(7);
  front.site.made.page = () => ({ body: 'old', meta: { revision: 6 } });
  expect(await (await front.site.get('/posts/a')).text()).toBe('old');
  front.site.made.page = () => ({ body: 'new', meta: { revision: 7 } });
  for (let n = 0; n < 2; n++) expect(await (await front.site.get('/posts/a')).text()).toBe('new');
  expect(front.site.rendered).toHaveLength(3);
});

test('who begins to listen keeps nothing older than what the API knows by then', async () => {
  front.api.revision = 9;
  front.api.hangUp();
  await until(() => !front.site.pages.store.trusted);
  await until(() => front.site.pages.store.trusted);
  front.site.made.page = () => ({ meta: { revision: 8 } });
  await front.site.get('/posts/a');
  await front.site.get('/posts/a');
  expect(front.site.rendered).toHaveLength(2);
  front.site.made.page = () => ({ meta: { revision: 9 } });
  await front.site.get('/posts/a');
  await front.site.get('/posts/a');
  expect(front.site.rendered).toHaveLength(3);
  expect(front.api.listener).toMatchObject({ 'x-gonggo-secret': 'known to both' });
  expect(front.api.listener['x-gonggo-visitor']).toBeUndefined();
});

test('a feed is as old as the oldest of its answers, and ends with the first of them', async () => {
  const words = { list: { 'x-gonggo-revision': '6' } as Record<string, string> };
  front.api.answer = (req, res) => {
    const list = req.url?.startsWith('/api/v1/postings');
    expect(req.headers['x-gonggo-secret']).toBe('known to both');
    res.writeHead(200, {
      'content-type': 'application/json',
      etag: '"1"',
      ...(list ? words.list : { 'x-gonggo-revision': '9' }),
    });
    res.end(JSON.stringify(list ? { data: [], page: { nextCursor: null } } : settings));
  };
  const feed = async () => {
    const before = front.api.asked.length;
    expect((await front.site.get('/feed.xml')).status).toBe(200);
    return front.api.asked.length - before;
  };
  await front.tell(7);
  expect([await feed(), await feed()]).toEqual([2, 2]);
  words.list = { 'x-gonggo-revision': '7' };
  expect([await feed(), await feed()]).toEqual([2, 0]);

  words.list = { 'x-gonggo-revision': '8', 'x-gonggo-left': '60000' };
  await front.tell(8);
  expect([await feed(), await feed()]).toEqual([2, 0]);
  words.list = { 'x-gonggo-revision': '9', 'x-gonggo-left': '1' };
  await front.tell(9);
  expect(await feed()).toBe(2);
  await new Promise((done) => setTimeout(done, 10));
  expect(await feed()).toBe(2);
});

test('while no news can arrive, a kept page is shown only if the API confirms it', async () => {
  let etag = '"1"';
  front.api.answer = (req, res) => {
    if (req.headers['if-none-match'] === etag) res.writeHead(304).end();
    else res.writeHead(200, { etag }).end('{}');
  };
  front.site.made.page = () => ({ body: `page ${etag}`, meta: { sources: [['/api/v1/postings', etag]] } });
  front.site.pages.store.distrust();
  expect(await (await front.site.get('/')).text()).toBe('page "1"');
  expect(await (await front.site.get('/')).text()).toBe('page "1"');
  expect(front.site.rendered).toHaveLength(1);

  etag = '"2"';
  expect(await (await front.site.get('/')).text()).toBe('page "2"');
  expect(front.site.rendered).toHaveLength(2);
});

test('with the API away, what is at hand is shown, marked stale; what was never seen is not there', async () => {
  front.site.made.page = () => ({ body: 'kept', meta: { sources: [['/api/v1/postings', '"1"']] } });
  await front.site.get('/');
  await front.api.stop();
  await until(() => !front.site.pages.store.trusted);
  front.site.made.page = () => ({ status: 503, body: 'away' });

  const stale = await front.site.get('/');
  expect([stale.status, await stale.text(), stale.headers.get('warning')]).toEqual([
    200,
    'kept',
    '110 - "Response is Stale"',
  ]);
  const away = await front.site.get('/posts/unseen');
  expect([
    away.status,
    await away.text(),
    away.headers.get('cache-control'),
    away.headers.get('retry-after'),
  ]).toEqual([503, 'away', 'private, no-store', '5']);
});

test('a page past its closing is not shown, not even stale', async () => {
  const expires = Date.now() + 2_000;
  front.site.made.page = () => ({
    body: 'open',
    meta: { expires, sources: [['/api/v1/x', '"1"']] },
  });
  await front.site.get('/posts/a');
  await front.api.stop();
  await until(() => !front.site.pages.store.trusted);
  front.site.made.page = () => ({ status: 503, body: 'away' });
  expect(await (await front.site.get('/posts/a')).text()).toBe('open');
  await until(() => Date.now() > expires);
  expect((await front.site.get('/posts/a')).status).toBe(503);
});

const touch = (id: string, card = 'c', locale: 'ko' | 'en' = 'ko'): Touch => {
  return { id, locale, open: { card, team: null, jobFamily: null, publishedAt: '2026-11-02T01:00:00.000Z' } };
};

test('a change drops what shows something of it, and leaves the rest', async () => {
  const shows: Record<string, Shows> = {
    '/posts/a': { ...nothing, postings: ['a'] },
    '/posts/near': {
      ...nothing,
      postings: ['near'],
      lines: [{ locale: 'ko', near: null, cards: [['a', 'c']], last: null }],
    },
    '/posts/b': { ...nothing, postings: ['b'] },
    '/': { ...nothing, languages: ['ko'] },
    '/en': { ...nothing, languages: ['en'] },
  };
  let revision = 0;
  front.site.made.page = (path) => ({ meta: { revision, shows: shows[path] as Shows } });
  const renderedBy = async (next: number, touched?: Touch[]) => {
    for (const path of Object.keys(shows)) await front.site.get(path);
    front.site.rendered.length = 0;
    await front.tell(next, touched);
    revision = next;
    for (const path of Object.keys(shows)) await front.site.get(path);
    return front.site.rendered;
  };
  // A text under the same card: its own page, and what shows all of its language.
  expect(await renderedBy(1, [touch('a')])).toEqual(['/posts/a', '/']);
  expect(await renderedBy(2, [touch('a', 'd')])).toEqual(['/posts/a', '/posts/near', '/']);
  expect(await renderedBy(3, [touch('x', 'c', 'en')])).toEqual(['/en']);
  // News that were missed, or that name nothing: anything may have changed.
  expect(await renderedBy(5, [touch('a')])).toHaveLength(5);
  expect(await renderedBy(6)).toHaveLength(5);
});

test('what is forgotten is told to the API, in the name it gave us, after it is forgotten', async () => {
  front.api.listener = {};
  front.api.name = 'instance.1';
  front.api.hangUp();
  await until(() => !front.site.pages.store.trusted);
  await until(() => front.site.pages.store.trusted);
  const heard = () => front.api.asked.filter(({ url }) => url === '/api/v1/changes/heard');
  await front.tell(4, [touch('a')]);
  await until(() => heard().length > 0);
  expect(heard().map(({ method, headers }) => [method, headers['x-gonggo-listener']])).toEqual([
    ['POST', 'instance.1'],
  ]);
  expect(heard()[0]?.headers).toMatchObject({ 'x-gonggo-heard': '4', 'x-gonggo-secret': 'known to both' });
  for (let revision = 5; revision < 40; revision += 1) await front.tell(revision, [touch('a')]);
  await until(() => heard().at(-1)?.headers['x-gonggo-heard'] === '39');
});

test('a visitor cannot speak for the site', async () => {
  await front.site.get('/api/v1/changes/heard', {
    method: 'POST',
    headers: { 'x-gonggo-listener': 'instance.1', 'x-gonggo-heard': '99' },
  });
  const [asked] = front.api.asked;
  expect(asked?.headers['x-gonggo-listener']).toBeUndefined();
  expect(asked?.headers['x-gonggo-visitor']).toBe('127.0.0.1');
});
