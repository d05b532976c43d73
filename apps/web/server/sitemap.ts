import { locales, type Locale } from '@gonggo/content';
import { absolute, jpegAddress } from '@gonggo/content/render';
import type { PostingListItem } from '@gonggo/contract';
import { homePath } from './addresses.ts';
import { expiryOf } from './expiry.ts';
import { madeDocument } from './made-document.ts';
import type { Made } from './page-store.ts';
import { nothing } from '@gonggo/contract/shows';
import { recordingClient, type Upstream } from './upstream.ts';
import { document, element, text } from './xml.ts';

type Site = Upstream & { siteUrl: string };

/** `/sitemap.xml`: every public page with its pictures and its other languages; of many pages, where the parts are. */
export async function makeSitemap(site: Site): Promise<Made> {
  const { client, origin } = recordingClient(site);
  const { parts, data } = await client.postings.sitemap();
  const body = parts.length ? sitemapIndex(parts, site.siteUrl) : sitemap(data, site.siteUrl);
  return madeDocument(type, body, site.siteUrl, origin, expiryOf(data, false), {
    ...nothing,
    languages: [...locales],
  });
}

/** One part: the home pages, or the postings whose ids begin with `part`. Another posting's change leaves it alone. */
export async function makeSitemapPart(site: Site, part: string): Promise<Made> {
  const { client, origin } = recordingClient(site);
  const { data } = part === homePart ? { data: [] } : await client.postings.sitemap(part);
  const body = urlset(part === homePart ? homes(site.siteUrl) : data.map((one) => page(one, site.siteUrl)));
  return madeDocument(type, body, site.siteUrl, origin, expiryOf(data, false), {
    ...nothing,
    parts: part === homePart ? [] : [part],
  });
}

const type = 'application/xml; charset=utf-8';
const homePart = 'pages';

/** The part that a path names, or null. */
export const sitemapPartAt = (path: string): string | null =>
  /^\/sitemap\/([0-9a-f]{1,3}|pages)\.xml$/.exec(path)?.[1] ?? null;

const sitemapIndex = (parts: string[], siteUrl: string): string =>
  document(
    element(
      'sitemapindex',
      [homePart, ...parts].map((part) =>
        element('sitemap', text('loc', absolute(`/sitemap/${part}.xml`, siteUrl))),
      ),
      { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' },
    ),
  );

export function sitemap(postings: PostingListItem[], siteUrl: string): string {
  const newest = (locale: Locale) =>
    postings
      .filter((posting) => posting.locale === locale)
      .map(changedAt)
      .sort()
      .at(-1);
  return urlset([...homes(siteUrl, newest), ...postings.map((posting) => page(posting, siteUrl))]);
}

const urlset = (urls: string[]): string =>
  document(
    element('urlset', urls, {
      xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
      'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
      'xmlns:image': 'http://www.google.com/schemas/sitemap-image/1.1',
    }),
  );

function homes(siteUrl: string, changed: (locale: Locale) => string | undefined = () => undefined): string[] {
  const paths = { ko: homePath('ko'), en: homePath('en') };
  return locales.map((locale) => address(paths[locale], changed(locale), paths, siteUrl));
}

function page(posting: PostingListItem, siteUrl: string): string {
  const { links, locale, cover, images } = posting;
  const picture = cover && jpegAddress(cover.imageId, { locale, images, siteUrl });
  const languages = { [locale]: links.html, ...links.alternates };
  return address(links.html, changedAt(posting), languages, siteUrl, picture);
}

/** A closed posting changed when it closed: that brings search engines back to see it. */
const changedAt = ({ status, updatedAt, facts: { closesAt } }: PostingListItem): string =>
  status === 'closed' && closesAt && closesAt > updatedAt ? closesAt : updatedAt;

function address(
  path: string,
  changed: string | undefined,
  languages: Partial<Record<Locale, string>>,
  siteUrl: string,
  picture: string | null = null,
): string {
  const others = Object.entries(languages);
  return element('url', [
    text('loc', absolute(path, siteUrl)),
    changed ? text('lastmod', changed) : '',
    ...(others.length > 1
      ? others.map(([hreflang, href]) =>
          element('xhtml:link', '', { rel: 'alternate', hreflang, href: absolute(href, siteUrl) }),
        )
      : []),
    picture ? element('image:image', text('image:loc', picture)) : '',
  ]);
}
