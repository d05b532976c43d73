import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { settings } from '../test/a-posting.ts';
import { FakeApi, startFront, until } from '../test/support.ts';

let api: FakeApi;
let site: Awaited<ReturnType<typeof startFront>>;

beforeEach(async () => {
  api = new FakeApi();
  await api.start();
  site = await startFront(api);
});
afterEach(async () => {
  await site.stop();
  await api.stop().catch(() => undefined);
});

test('a change drops what is kept and detaches a page that is being rendered', async () => {
  let release = () => undefined as void;
  site.made.page = () => new Promise((done) => (release = () => done({ body: 'old' })));
  const slow = site.get('/posts/a');
  await until(() => site.rendered.length === 1);
  api.tell();
  await new Promise((done) => setTimeout(done, 50));
  release();
  expect(await (await slow).text()).toBe('old');

  site.made.page = () => ({ body: 'new' });
  expect(await (await site.get('/posts/a')).text()).toBe('new');
});

test('a page made of answers older than the newest change heard of is shown, not kept', async () => {
  // As from a replica that lags, or another API process that has not heard yet.
  const first = await site.get('/posts/a');
  expect(first.status).toBe(200);
  api.tell(7);
  await until(() => site.pages.store.size.entries === 0);
  site.made.page = () => ({ body: 'old', meta: { revision: 6 } });
  expect(await (await site.get('/posts/a')).text()).toBe('old');
  site.made.page = () => ({ body: 'new', meta: { revision: 7 } });
  for (let n = 0; n < 2; n++) expect(await (await site.get('/posts/a')).text()).toBe('new');
  expect(site.rendered).toHaveLength(3);
});

test('who begins to listen keeps nothing older than what the API knows by then', async () => {
  api.revision = 9;
  api.hangUp();
  await until(() => !site.pages.store.trusted);
  await until(() => site.pages.store.trusted);
  site.made.page = () => ({ meta: { revision: 8 } });
  await site.get('/posts/a');
  await site.get('/posts/a');
  expect(site.rendered).toHaveLength(2);
  site.made.page = () => ({ meta: { revision: 9 } });
  await site.get('/posts/a');
  await site.get('/posts/a');
  expect(site.rendered).toHaveLength(3);
  expect(api.listener).toMatchObject({ 'x-gonggo-secret': 'known to both' });
  expect(api.listener['x-gonggo-visitor']).toBeUndefined();
});

test('a feed is as old as the oldest of its answers, and ends with the first of them', async () => {
  const words = { list: { 'x-gonggo-revision': '6' } as Record<string, string> };
  api.answer = (req, res) => {
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
    const before = api.asked.length;
    expect((await site.get('/feed.xml')).status).toBe(200);
    return api.asked.length - before;
  };
  api.tell(7);
  await new Promise((done) => setTimeout(done, 50));
  expect([await feed(), await feed()]).toEqual([2, 2]);
  words.list = { 'x-gonggo-revision': '7' };
  expect([await feed(), await feed()]).toEqual([2, 0]);

  words.list = { 'x-gonggo-revision': '8', 'x-gonggo-left': '60000' };
  api.tell(8);
  await new Promise((done) => setTimeout(done, 50));
  expect([await feed(), await feed()]).toEqual([2, 0]);
  words.list = { 'x-gonggo-revision': '9', 'x-gonggo-left': '1' };
  api.tell(9);
  await new Promise((done) => setTimeout(done, 50));
  expect(await feed()).toBe(2);
  await new Promise((done) => setTimeout(done, 10));
  expect(await feed()).toBe(2);
});

test('while no news can arrive, a kept page is shown only if the API confirms it', async () => {
  let etag = '"1"';
  api.answer = (req, res) => {
    if (req.headers['if-none-match'] === etag) res.writeHead(304).end();
    else res.writeHead(200, { etag }).end('{}');
  };
  site.made.page = () => ({ body: `page ${etag}`, meta: { sources: [['/api/v1/postings', etag]] } });
  site.pages.store.distrust();
  expect(await (await site.get('/')).text()).toBe('page "1"');
  expect(await (await site.get('/')).text()).toBe('page "1"');
  expect(site.rendered).toHaveLength(1);

  etag = '"2"';
  expect(await (await site.get('/')).text()).toBe('page "2"');
  expect(site.rendered).toHaveLength(2);
});

test('with the API away, what is at hand is shown, marked stale; what was never seen is not there', async () => {
  site.made.page = () => ({ body: 'kept', meta: { sources: [['/api/v1/postings', '"1"']] } });
  await site.get('/');
  await api.stop();
  await until(() => !site.pages.store.trusted);
  site.made.page = () => ({ status: 503, body: 'away' });

  const stale = await site.get('/');
  expect([stale.status, await stale.text(), stale.headers.get('warning')]).toEqual([
    200,
    'kept',
    '110 - "Response is Stale"',
  ]);
  const away = await site.get('/posts/unseen');
  expect([
    away.status,
    await away.text(),
    away.headers.get('cache-control'),
    away.headers.get('retry-after'),
  ]).toEqual([503, 'away', 'private, no-store', '5']);
});

test('a page past its closing is not shown, not even stale', async () => {
  site.made.page = () => ({
    body: 'open',
    meta: { expires: Date.now() + 100, sources: [['/api/v1/x', '"1"']] },
  });
  await site.get('/posts/a');
  await api.stop();
  await until(() => !site.pages.store.trusted);
  await new Promise((done) => setTimeout(done, 110));
  site.made.page = () => ({ status: 503, body: 'away' });
  expect((await site.get('/posts/a')).status).toBe(503);
});
