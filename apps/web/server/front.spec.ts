import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import http from 'node:http';
import { gzipSync } from 'node:zlib';
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

describe('pages', () => {
  test('a page is rendered once and then comes from memory, tagged and squeezed', async () => {
    site.made.page = () => ({ body: `<!doctype html><p>${'안녕하세요 '.repeat(300)}` });
    const first = await site.get('/posts/a', { headers: { 'accept-encoding': 'gzip' } });
    const etag = first.headers.get('etag') ?? '';
    expect([first.status, first.headers.get('content-encoding')]).toEqual([200, 'gzip']);
    expect(first.headers.get('cache-control')).toBe('public, no-cache');

    const again = await site.get('/posts/a?utm_source=x', {
      headers: { 'accept-encoding': 'gzip', 'if-none-match': etag },
    });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const head = await site.get('/posts/a', { method: 'HEAD', headers: { 'accept-encoding': 'gzip' } });
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, '']);
    expect(site.rendered).toEqual(['/posts/a']);
  });

  test('nothing of a visitor reaches the rendering', async () => {
    await site.get('/', {
      headers: { cookie: 'gonggo=secret', 'x-nextjs-data': '1', 'accept-language': 'en' },
    });
    expect(site.received).toEqual([{ host: 'site.test', connection: 'keep-alive' }]);
  });

  test('a page with a script of the framework is refused and reported, not shown', async () => {
    for (const body of [
      '<script id="__NEXT_DATA__" type="application/json">{}</script>',
      '<script src="/_next/static/chunks/a.js" defer></script>',
      '<link rel="preload" href="/_next/static/chunks/a.js" as="script">',
      '<script>alert(1)</script>',
    ]) {
      site.made.page = () => ({ body });
      const reply = await site.get('/posts/b');
      expect(reply.status).toBe(500);
      expect(reply.headers.get('cache-control')).toBe('private, no-store');
      expect(await reply.text()).not.toContain('_next');
    }
    expect(site.logged).toHaveLength(4);
  });

  test('words that only look like a script are words', async () => {
    site.made.page = () => ({
      body: '<p>&lt;script src="/_next/static/a.js"> __NEXT_DATA__</p><script type="application/ld+json">{}</script>',
    });
    expect((await site.get('/posts/c')).status).toBe(200);
  });

  test('the policy names no inline script, and the one inline style by its hash', async () => {
    const style = `sha256-${createHash('sha256').update('a{}').digest('base64')}`;
    site.made.page = () => ({ meta: { style } });
    const policy = (await site.get('/')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`style-src 'self' '${style}'`);
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe/);
  });

  test('HSTS is for https only', async () => {
    expect((await site.get('/')).headers.get('strict-transport-security')).toBeNull();
    const secure = await startFront(api, { SITE_URL: 'https://site.test' });
    expect((await secure.get('/')).headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/);
    await secure.stop();
  });

  test('404 and 410 are kept, too, and never with 200', async () => {
    site.made.page = (path) => ({ status: path.endsWith('gone') ? 410 : 404, body: 'no' });
    for (const path of ['/posts/gone', '/posts/gone', '/posts/none', '/wp-login.php', '/x/y']) {
      expect((await site.get(path)).status).toBe(path.endsWith('gone') ? 410 : 404);
    }
    expect(site.rendered).toEqual(['/posts/gone', '/posts/none', '/missing']);
  });

  test('a page that ends at a moment is not shown after it', async () => {
    let turn = 0;
    site.made.page = () => ({ body: `<p>${++turn}`, meta: { expires: Date.now() + 120 } });
    expect(await (await site.get('/')).text()).toBe('<p>1');
    expect(await (await site.get('/')).text()).toBe('<p>1');
    await new Promise((done) => setTimeout(done, 150));
    expect(await (await site.get('/')).text()).toBe('<p>2');
  });

  test('methods other than GET and HEAD are refused with what is allowed', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const reply = await site.get('/', { method });
      expect([method, reply.status, reply.headers.get('allow')]).toEqual([method, 405, 'GET, HEAD']);
    }
    expect(site.rendered).toEqual([]);
  });

  test("Next's data routes and optimizer are not there", async () => {
    for (const path of [
      '/_next/data/build/index.json',
      '/_next/image?url=/a&w=1&q=1',
      '/_next/static/none.js',
      '/_next',
    ]) {
      expect([path, (await site.get(path)).status]).toEqual([path, 404]);
    }
    expect(site.rendered).toEqual([]);
  });
});

describe('news', () => {
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

    words.list = { 'x-gonggo-revision': '8', 'x-gonggo-left': '150' };
    api.tell(8);
    await new Promise((done) => setTimeout(done, 50));
    expect([await feed(), await feed()]).toEqual([2, 0]);
    await new Promise((done) => setTimeout(done, 160));
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
});

describe('the API behind the site', () => {
  test("gets the visitor's address and our secret, and never what a visitor says of either", async () => {
    api.answer = (_, res) => res.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    await site.get('/api/v1/me', {
      headers: {
        'x-forwarded-for': '1.2.3.4',
        'x-gonggo-visitor': '1.2.3.4',
        'x-gonggo-secret': 'guessed',
        cookie: 'gonggo=mine',
      },
    });
    const [{ headers }] = api.asked as [http.IncomingMessage];
    expect(headers).toMatchObject({
      'x-gonggo-visitor': '127.0.0.1',
      'x-gonggo-secret': 'known to both',
      cookie: 'gonggo=mine',
    });
    expect(headers['x-forwarded-for']).toBeUndefined();
  });

  test('bodies pass as streams, both ways', async () => {
    api.answer = (req, res) => {
      res.writeHead(200, { 'content-type': 'text/plain' });
      req.pipe(res);
    };
    const body = Buffer.alloc(3_000_000, 'x');
    const reply = await site.get('/api/v1/images', { method: 'POST', body });
    expect(Buffer.from(await reply.arrayBuffer()).equals(body)).toBe(true);
  });

  test('an event arrives before its stream ends', async () => {
    api.answer = (_, res) =>
      res.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: now\n\n') as never;
    const reply = await site.get('/api/v1/anything');
    const { value } = (await reply.body?.getReader().read()) ?? {};
    expect(Buffer.from(value ?? []).toString()).toBe('data: now\n\n');
  });

  test('a visitor who leaves ends the request to the API', async () => {
    let left = false;
    api.answer = (_, res) => void res.on('close', () => (left = true));
    const leaving = new AbortController();
    const reply = site.get('/api/v1/slow', { signal: leaving.signal }).catch(() => 'left');
    await until(() => api.asked.length === 1);
    leaving.abort();
    expect(await reply).toBe('left');
    await until(() => left);
  });

  test('what the API tells us of its answers goes no further', async () => {
    api.answer = (_, res) =>
      res.writeHead(200, { 'X-Gonggo-Revision': '7', 'x-gonggo-left': '1', 'x-other': 'kept' }).end('{}');
    for (const path of ['/api/v1/postings', '/media/x']) {
      const { headers } = await site.get(path);
      expect([...headers.keys()].filter((name) => name.startsWith('x-gonggo'))).toEqual([]);
      expect(headers.get('x-other')).toBe('kept');
    }
    site.made.page = () => ({ meta: { revision: 7, expires: Date.now() + 1000 } });
    const page = await site.get('/posts/a');
    expect([...page.headers.keys()].filter((name) => name.startsWith('x-gonggo'))).toEqual([]);
  });

  test('compressed replies pass untouched', async () => {
    const squeezed = gzipSync('bytes');
    api.answer = (_, res) => res.writeHead(200, { 'content-encoding': 'gzip' }).end(squeezed);
    const raw = await new Promise<Buffer>((done) =>
      http.get(`${site.url}/media/x`, { headers: { 'accept-encoding': 'gzip' } }, (res) => {
        const parts: Buffer[] = [];
        res.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(Buffer.concat(parts)));
      }),
    );
    expect(raw.equals(squeezed)).toBe(true);
  });

  test('an API that is not there is a problem with a time to try again', async () => {
    await api.stop();
    const reply = await site.get('/api/v1/postings');
    expect([reply.status, reply.headers.get('content-type'), reply.headers.get('retry-after')]).toEqual([
      503,
      'application/problem+json',
      '2',
    ]);
    expect(await reply.json()).toMatchObject({ status: 503, code: 'overloaded' });
  });

  test('an API that breaks off is another problem', async () => {
    api.answer = (req) => req.socket.destroy();
    const reply = await site.get('/api/v1/drafts', { method: 'POST', body: '{}' });
    expect([reply.status, (await reply.json()).code]).toEqual([502, 'internal']);
  });

  test('the author of a publication never reads the page from before it', async () => {
    site.made.page = () => ({ body: 'before' });
    await site.get('/posts/a');
    site.made.page = () => ({ body: 'after' });
    api.answer = (_, res) => res.writeHead(200).end('{}');

    await site.get('/api/v1/drafts/1/sections/2', { method: 'PATCH', body: '{}' });
    expect(await (await site.get('/posts/a')).text()).toBe('before');
    await site.get('/api/v1/drafts/1/publish', { method: 'POST' });
    expect(await (await site.get('/posts/a')).text()).toBe('after');
  });

  test('a publication that was refused drops nothing', async () => {
    await site.get('/posts/a');
    api.answer = (_, res) => res.writeHead(409).end('{}');
    await site.get('/api/v1/drafts/1/publish', { method: 'POST' });
    await site.get('/posts/a');
    expect(site.rendered).toHaveLength(1);
  });
});

test('the admin gets a nonce of its own each time and is kept nowhere', async () => {
  site.made.page = () => ({ meta: null });
  const [one, other] = [await site.get('/admin'), await site.get('/admin/postings')];
  const nonce = (reply: Response) =>
    /'nonce-([^']+)'/.exec(reply.headers.get('content-security-policy') ?? '')?.[1];
  expect(nonce(one)).toBeDefined();
  expect(nonce(one)).not.toBe(nonce(other));
  expect(one.headers.get('cache-control')).toBe('private, no-store');
});
