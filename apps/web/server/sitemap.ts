import { locales, type Locale } from '@gonggo/content';
import { absolute, imageAddress } from '@gonggo/content/render';
import type { PostingListItem } from '@gonggo/contract';
import { homePath } from './addresses.ts';
import { expiryOf } from './expiry.ts';
import { madeDocument } from './made-document.ts';
import type { Made } from './page-store.ts';
import { nothing } from '@gonggo/contract/shows';
import { recordingClient, type Upstream } from './upstream.ts';
import { document, element, text } from './xml.ts';

/** A sitemap may name 50,000 addresses. */
const mostPages = 500;

/** Every public page with its pictures and its other languages. */
export async function makeSitemap(site: Upstream & { siteUrl: string }): Promise<Made> {
  const { client, origin } = recordingClient(site);
  const postings: PostingListItem[] = [];
  let cursor: string | null = null;
  for (let page = 0; page === 0 || (cursor && page < mostPages); page++) {
    const list = await client.postings.list({ status: 'all', limit: 100, ...(cursor ? { cursor } : {}) });
    postings.push(...list.data);
    cursor = list.page.nextCursor;
  }
  const body = sitemap(postings, site.siteUrl);
  return madeDocument(
    'application/xml; charset=utf-8',
    body,
    site.siteUrl,
    origin,
    expiryOf(postings, false),
    { ...nothing, languages: [...locales] },
  );
}

export function sitemap(postings: PostingListItem[], siteUrl: string): string {
  const homes = { ko: homePath('ko'), en: homePath('en') };
  const newest = (locale: Locale) =>
    postings
      .filter((posting) => posting.locale === locale)
      .map(changedAt)
      .sort()
      .at(-1);
  return document(
    element(
      'urlset',
      [
        ...locales.map((locale) => address(homes[locale], newest(locale), homes, siteUrl)),
        ...postings.map((posting) => {
          const { links, locale, cover, images } = posting;
          const picture = cover && imageAddress(cover.imageId, { locale, images, siteUrl });
          const languages = { [locale]: links.html, ...links.alternates };
          return address(links.html, changedAt(posting), languages, siteUrl, picture);
        }),
      ],
      {
        xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
        'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
        'xmlns:image': 'http://www.google.com/schemas/sitemap-image/1.1',
      },
    ),
  );
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
