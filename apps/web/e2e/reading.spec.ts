import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { imageIdsIn, wordsOf } from '@gonggo/content';
import { siteUrl } from './support/installation.ts';
import { anyone, owner } from './support/owner.ts';
import { demoPosting, pathOf, publish } from './support/postings.ts';

/** Every kind of reader page: path → status. */
async function everyPage(): Promise<[name: string, path: string, status: number][]> {
  const gone = await publish();
  await (await owner()).drafts.withdraw(gone.id);
  return [
    ['home', '/', 200],
    ['home, nothing matches', '/?team=nobody', 200],
    ['open posting', pathOf(await demoPosting('open', 'ko')), 200],
    ['closed posting', pathOf(await demoPosting('closed', 'ko')), 200],
    ['missing', '/posts/nothing-here', 404],
    ['gone', gone.path, 410],
    ['English home', '/en', 200],
    ['English posting', pathOf(await demoPosting('open', 'en')), 200],
    ['English missing', '/en/nothing-here', 404],
  ];
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('every page is whole: its status, its language, no script, nothing to scroll sideways', async ({
    page,
  }) => {
    const complaints: string[] = [];
    page.on('console', (message) => {
      // A 404 or 410 is what some of these pages are.
      if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
        complaints.push(message.text());
    });
    for (const [name, path, status] of await everyPage()) {
      for (const width of [320, 390]) {
        await page.setViewportSize({ width, height: 844 });
        const reply = await page.goto(path);
        expect([name, reply?.status()]).toEqual([name, status]);
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect([name, width, wide]).toEqual([name, width, 0]);
      }
      const html = (await page.content()).replace(/<script type="application\/ld\+json">.*?<\/script>/gs, '');
      expect([name, /<script|__NEXT_DATA__|_next\/static\/[^"]+\.js/.exec(html)?.[0]]).toEqual([
        name,
        undefined,
      ]);
      await expect(page.locator('html')).toHaveAttribute('lang', path.startsWith('/en') ? 'en' : 'ko');
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    }
    expect(complaints).toEqual([]);
  });

  test('a reader gets every word and every picture of the longest letter', async ({ page }) => {
    const { slug } = await demoPosting('open', 'ko');
    const posting = await anyone.postings.get(slug);
    await page.goto(`/posts/${encodeURIComponent(slug)}`);
    const text = ((await page.locator('main').textContent()) ?? '').replace(/\s+/g, ' ');
    const html = await page.content();

    const words = posting.sections.flatMap(({ heading, content }) => [heading, ...wordsOf(content)]);
    const said = (line: string) => {
      const wanted = line.replace(/\s+/g, ' ').trim();
      return text.includes(wanted) || html.includes(wanted.replace(/&/g, '&amp;').replace(/</g, '&lt;'));
    };
    const lost = words.flatMap((each) => each.split('\n')).filter((line) => line.trim() && !said(line));
    expect(lost).toEqual([]);
    for (const id of imageIdsIn(posting.sections)) expect(html).toContain(`/media/${id}/`);
    for (const section of posting.sections) expect(html).toContain(`id="${section.anchor}"`);
  });

  test('conditions are links that filter', async ({ page }) => {
    await page.goto('/');
    const cards = page.locator('.card');
    const all = await cards.count();
    await page.getByText('조건으로 찾기').click();
    await page.locator('.filters dd a').last().click();
    expect(await cards.count()).toBeLessThan(all);
    await page.getByRole('link', { name: /조건 빼기$/ }).click();
    await expect(cards).toHaveCount(all);
  });

  test('the other language is one link away, also from a posting', async ({ page }) => {
    const english = await demoPosting('open', 'en');
    await page.goto(pathOf(english));
    await page.getByRole('link', { name: '한국어' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page).toHaveURL(pathOf(english));
  });
});

/** Pages that differ on phones by more than their width. */
const narrowToo = new Set(['home', 'closed posting', 'English posting']);

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no page has a barrier that axe finds, ${colorScheme}`, async ({ page }) => {
    test.setTimeout(300_000); // long letters take axe seconds each
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const [name, path] of await everyPage()) {
      for (const width of narrowToo.has(name) ? [390, 1280] : [1280]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(path);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
        );
        expect([name, width, found]).toEqual([name, width, []]);
      }
    }
  });
}

test('the policy is met: nothing on any page is refused by the browser', async ({ page }) => {
  const refused: string[] = [];
  page.on(
    'console',
    (message) => /Content Security Policy|Refused to/.test(message.text()) && refused.push(message.text()),
  );
  for (const [, path] of await everyPage()) {
    await page.goto(path);
    await scrollThrough(page);
  }
  expect(refused).toEqual([]);
});

test('a posting calls itself by one address: canonical, chats, sitemap, feed, other languages', async ({
  request,
}) => {
  const { origin } = new URL(siteUrl);
  for (const locale of ['ko', 'en'] as const) {
    const posting = await demoPosting('open', locale);
    const path = `${locale === 'en' ? '/en' : ''}/posts/${encodeURIComponent(posting.slug)}`;
    const address = origin + path;
    const read = async (from: string) => (await request.get(from)).text();
    const html = await read(path);
    expect(html).toContain(`<link rel="canonical" href="${address}"`);
    expect(html).toContain(`<meta property="og:url" content="${address}"`);
    for (const [language, other] of Object.entries(posting.links.alternates))
      expect(html).toContain(`<link rel="alternate" hrefLang="${language}" href="${other}"`);
    expect(await read('/sitemap.xml')).toContain(`<loc>${address}</loc>`);
    expect(await read(locale === 'en' ? '/en/feed.xml' : '/feed.xml')).toContain(`<link>${address}</link>`);
    expect((await anyone.postings.get(posting.slug, locale)).links.html).toBe(address);
  }
  const home = await (await request.get('/')).text();
  expect(home).toContain(`<link rel="canonical" href="${origin}/"`);
});

test('a page that has not changed is not sent again', async ({ request }) => {
  for (const path of ['/', '/en', pathOf(await demoPosting('open', 'ko')), '/feed.xml', '/sitemap.xml']) {
    const first = await request.get(path);
    const etag = first.headers().etag ?? '';
    const again = await request.get(path, { headers: { 'if-none-match': etag } });
    expect([path, again.status(), (await again.body()).length]).toEqual([path, 304, 0]);
    expect((await request.head(path)).headers()['etag']).toBe(etag);
  }
});

test('the keyboard reaches the text at once', async ({ page }) => {
  await page.goto(pathOf(await demoPosting('open', 'ko')));
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '본문으로 건너뛰기' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#_main$/);
});

async function scrollThrough(page: Page): Promise<void> {
  for (let at = 0; at < 10; at++) await page.mouse.wheel(0, 2_000);
}
