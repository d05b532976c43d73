import { expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { startFront, frontOfEachTest } from '../test/support.ts';

const front = frontOfEachTest();

test('a page is rendered once and then comes from memory, tagged and squeezed', async () => {
  front.site.made.page = () => ({ body: `<!doctype html><p>${'안녕하세요 '.repeat(300)}` });
  const first = await front.site.get('/posts/a', { headers: { 'accept-encoding': 'gzip' } });
  const etag = first.headers.get('etag') ?? '';
  expect([first.status, first.headers.get('content-encoding')]).toEqual([200, 'gzip']);
  expect(first.headers.get('cache-control')).toBe('public, no-cache');

  const again = await front.site.get('/posts/a?utm_source=x', {
    headers: { 'accept-encoding': 'gzip', 'if-none-match': etag },
  });
  expect([again.status, await again.text()]).toEqual([304, '']);
  const head = await front.site.get('/posts/a', { method: 'HEAD', headers: { 'accept-encoding': 'gzip' } });
  expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, '']);
  expect(front.site.rendered).toEqual(['/posts/a']);
});

test('nothing of a visitor reaches the rendering', async () => {
  await front.site.get('/', {
    headers: { cookie: 'gonggo=secret', 'x-nextjs-data': '1', 'accept-language': 'en' },
  });
  expect(front.site.received).toEqual([{ host: 'site.test', connection: 'keep-alive' }]);
});

test('a page with a script of the framework is refused and reported, not shown', async () => {
  for (const body of [
    '<script id="__NEXT_DATA__" type="application/json">{}</script>',
    '<script src="/_next/static/chunks/a.js" defer></script>',
    '<link rel="preload" href="/_next/static/chunks/a.js" as="script">',
    '<script>alert(1)</script>',
  ]) {
    front.site.made.page = () => ({ body });
    const reply = await front.site.get('/posts/b');
    expect(reply.status).toBe(500);
    expect(reply.headers.get('cache-control')).toBe('private, no-store');
    expect(await reply.text()).not.toContain('_next');
  }
  expect(front.site.logged).toHaveLength(4);
});

test('words that only look like a script are words', async () => {
  front.site.made.page = () => ({
    body: '<p>&lt;script src="/_next/static/a.js"> __NEXT_DATA__</p><script type="application/ld+json">{}</script>',
  });
  expect((await front.site.get('/posts/c')).status).toBe(200);
});

test('the policy names no inline script, and the one inline style by its hash', async () => {
  const style = `sha256-${createHash('sha256').update('a{}').digest('base64')}`;
  front.site.made.page = () => ({ meta: { style } });
  const policy = (await front.site.get('/')).headers.get('content-security-policy') ?? '';
  expect(policy).toContain(`style-src 'self' '${style}'`);
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toMatch(/unsafe/);
});

test('HSTS is for https only', async () => {
  expect((await front.site.get('/')).headers.get('strict-transport-security')).toBeNull();
  const secure = await startFront(front.api, { SITE_URL: 'https://site.test' });
  expect((await secure.get('/')).headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/);
  await secure.stop();
});

test('where to report a flaw is told where a contact is set, and valid for months', async () => {
  const path = '/.well-known/security.txt';
  expect(await (await front.site.get(path)).text()).not.toContain('Contact:');
  const told = await startFront(front.api, {
    SITE_URL: 'https://site.test',
    SECURITY_CONTACT: 'sec@site.test',
  });
  const reply = await told.get(path);
  expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
  const text = await reply.text();
  expect(text).toContain('Contact: mailto:sec@site.test\n');
  expect(text).toContain('Canonical: https://site.test/.well-known/security.txt\n');
  const left = Date.parse(/^Expires: (\S+)$/m.exec(text)?.[1] ?? '') - Date.now();
  expect(left / 86_400_000).toBeGreaterThan(140);
  expect(left / 86_400_000).toBeLessThan(366);
  await told.stop();
});

test('404 and 410 are kept, too, and never with 200', async () => {
  front.site.made.page = (path) => ({ status: path.endsWith('gone') ? 410 : 404, body: 'no' });
  for (const path of ['/posts/gone', '/posts/gone', '/posts/none', '/wp-login.php', '/x/y']) {
    expect((await front.site.get(path)).status).toBe(path.endsWith('gone') ? 410 : 404);
  }
  expect(front.site.rendered).toEqual(['/posts/gone', '/posts/none', '/missing']);
});

test('a page that ends at a moment is not shown after it', async () => {
  let turn = 0;
  let left = 60_000;
  front.site.made.page = () => ({ body: `<p>${++turn}`, meta: { expires: Date.now() + left } });
  expect(await (await front.site.get('/')).text()).toBe('<p>1');
  expect(await (await front.site.get('/')).text()).toBe('<p>1');
  left = 1;
  expect(await (await front.site.get('/en')).text()).toBe('<p>2');
  await new Promise((done) => setTimeout(done, 10));
  expect(await (await front.site.get('/en')).text()).toBe('<p>3');
});

test('methods other than GET and HEAD are refused with what is allowed', async () => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
    const reply = await front.site.get('/', { method });
    expect([method, reply.status, reply.headers.get('allow')]).toEqual([method, 405, 'GET, HEAD']);
  }
  expect(front.site.rendered).toEqual([]);
});

test("Next's data routes and optimizer are not there", async () => {
  for (const path of [
    '/_next/data/build/index.json',
    '/_next/image?url=/a&w=1&q=1',
    '/_next/static/none.js',
    '/_next',
  ]) {
    expect([path, (await front.site.get(path)).status]).toEqual([path, 404]);
  }
  expect(front.site.rendered).toEqual([]);
});

test('the admin gets a nonce of its own each time and is kept nowhere', async () => {
  front.site.made.page = () => ({ meta: null });
  const [one, other] = [await front.site.get('/admin'), await front.site.get('/admin/postings')];
  const nonce = (reply: Response) =>
    /'nonce-([^']+)'/.exec(reply.headers.get('content-security-policy') ?? '')?.[1];
  expect(nonce(one)).toBeDefined();
  expect(nonce(one)).not.toBe(nonce(other));
  expect(one.headers.get('cache-control')).toBe('private, no-store');
});
