import { expect, test, type APIRequestContext } from '@playwright/test';
import { owner } from './support/owner.ts';
import { publish } from './support/postings.ts';

/** What every surface of the site says of a posting: is it open there? */
async function surfaces(
  request: APIRequestContext,
  { path, title, slug }: { path: string; title: string; slug: string },
) {
  const [page, home, feed, api, list, sitemap] = await Promise.all(
    [
      path,
      '/',
      '/feed.xml',
      `/api/v1/postings/${encodeURIComponent(slug)}`,
      '/api/v1/postings?limit=100',
      '/sitemap.xml',
    ].map(async (address) => (await request.get(address)).text()),
  );
  return {
    apply: page?.includes('https://apply.example/test'),
    jobPosting: page?.includes('"JobPosting"'),
    home: openPart(home ?? '').includes(title),
    feed: feed?.includes(title),
    api: api?.includes('"status":"open"'),
    list: list?.includes(title),
    ...inSitemap(sitemap ?? '', path),
  };
}

/** Whether the sitemap names the page, and whether it says that the page changed when the posting closed. */
function inSitemap(sitemap: string, path: string) {
  const entry = sitemap.split('<url>').find((url) => url.includes(`${path}</loc>`));
  return { sitemap: entry !== undefined, changed: /<lastmod>([^<]+)/.exec(entry ?? '')?.[1] ?? null };
}

/** The home page down to what has closed. */
const openPart = (html: string) => html.split('<section class="closed"')[0] ?? '';

/** A closed page stays in the sitemap, as changed at its closing: that brings search engines back to it. */
const everywhere = (open: boolean, { sitemap = true, changed = expect.any(String) as unknown } = {}) => ({
  apply: open,
  jobPosting: open,
  home: open,
  feed: open,
  api: open,
  list: open,
  sitemap,
  changed,
});

test('a posting that closes in a moment closes everywhere at that moment, and opens again', async ({
  page,
  request,
}) => {
  const posting = await publish({}, { closesIn: 6_000 });
  expect(await surfaces(request, posting)).toEqual(everywhere(true));

  await page.waitForTimeout((posting.closesAt?.getTime() ?? 0) - Date.now() + 50);
  const closedAt = expect.stringContaining(posting.closesAt?.toISOString().slice(0, 19) ?? 'none');
  expect(await surfaces(request, posting)).toEqual(everywhere(false, { changed: closedAt }));
  await page.goto(posting.path);
  await expect(page.getByRole('note')).toContainText('지원을 마감했어요.');
  await expect(page.getByRole('link', { name: '지원하기' })).toHaveCount(0);

  await (await owner()).drafts.reopen(posting.id, { closesAt: null });
  expect(await surfaces(request, posting)).toEqual(everywhere(true));
  await page.goto(posting.path);
  await expect(page.getByRole('link', { name: '지원하기' }).first()).toBeVisible();
});

test('what is withdrawn is gone from page, list, feed and sitemap before the second is over', async ({
  request,
}) => {
  const posting = await publish();
  expect(await surfaces(request, posting)).toEqual(everywhere(true));

  await (await owner()).drafts.withdraw(posting.id);
  expect((await request.get(posting.path)).status()).toBe(410);
  expect(await surfaces(request, posting)).toEqual(everywhere(false, { sitemap: false, changed: null }));
});

test('an edit is not public until it is published, and then at once', async ({ request }) => {
  const posting = await publish();
  const cto = await owner();
  const before = await request.get(posting.path);
  const draft = await cto.drafts.get(posting.id);
  await cto.drafts.change(posting.id, draft.revision, { title: `${posting.title} 고침` });
  expect((await request.get(posting.path)).headers().etag).toBe(before.headers().etag);

  await cto.drafts.publish(posting.id);
  const after = await request.get(posting.path);
  expect(after.headers().etag).not.toBe(before.headers().etag);
  expect(await after.text()).toContain('고침');
});

test('an old address leads to where the posting is now, and a romanised one as well', async ({ request }) => {
  const posting = await publish({ slug: `옛-주소-${Date.now()}` });
  const cto = await owner();
  const { revision } = await cto.drafts.get(posting.id);
  const slug = `새-주소-${Date.now()}`;
  await cto.drafts.change(posting.id, revision, { slug });
  await cto.drafts.publish(posting.id);

  const [, number = ''] = /(\d+)$/.exec(slug) ?? [];
  for (const address of [posting.path, `/posts/sae-juso-${number}`]) {
    const reply = await request.get(address, { maxRedirects: 0 });
    expect([address, reply.status(), reply.headers().location]).toEqual([
      address,
      308,
      `/posts/${encodeURIComponent(slug)}`,
    ]);
  }
});
