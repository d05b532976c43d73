import type { Locale, PostingDocument } from '@gonggo/content';
import { absolute, jpegAddress } from '@gonggo/content/render';
import { toFeedHtml } from '@gonggo/content/static';
import type { PostingListItem, Settings } from '@gonggo/contract';
import { feedPath, homePath } from './addresses.ts';
import { expiryOf } from './expiry.ts';
import { madeDocument } from './made-document.ts';
import type { Made } from './page-store.ts';
import { linesOf, nothing } from '@gonggo/contract/shows';
import { recordingClient, type Upstream } from './upstream.ts';
import { document, element, text } from './xml.ts';

const newest = 30;

/** RSS 2.0 with the whole text of each open posting. */
export async function makeFeed(site: Upstream & { siteUrl: string }, locale: Locale): Promise<Made> {
  const { client, origin } = recordingClient(site);
  const [settings, { data }] = await Promise.all([
    client.settings.get(),
    client.postings.list({ locale, status: 'open', limit: newest, include: ['sections', 'images'] }),
  ]);
  const body = rss(settings, data, locale, site.siteUrl);
  return madeDocument(
    'application/rss+xml; charset=utf-8',
    body,
    site.siteUrl,
    origin,
    expiryOf(data, false),
    { ...nothing, postings: data.map(({ id }) => id), lines: [linesOf(locale, null, data, newest)] },
  );
}

export function rss(
  settings: Settings,
  postings: PostingListItem[],
  locale: Locale,
  siteUrl: string,
): string {
  const tagline = locale === 'ko' ? settings.taglineKo : settings.taglineEn;
  const updated = postings.map(({ updatedAt }) => Date.parse(updatedAt)).sort((a, b) => b - a)[0];
  return document(
    element(
      'rss',
      element('channel', [
        text('title', settings.siteName),
        text('link', absolute(homePath(locale), siteUrl)),
        text('description', tagline || settings.siteName),
        text('language', locale),
        updated ? text('lastBuildDate', new Date(updated).toUTCString()) : '',
        element('atom:link', '', {
          href: absolute(feedPath(locale), siteUrl),
          rel: 'self',
          type: 'application/rss+xml',
        }),
        ...postings.map((posting) => item(posting, siteUrl)),
      ]),
      {
        version: '2.0',
        'xmlns:atom': 'http://www.w3.org/2005/Atom',
        'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:media': 'http://search.yahoo.com/mrss/',
      },
    ),
  );
}

function item(posting: PostingListItem, siteUrl: string): string {
  const whole: PostingDocument = {
    ...posting,
    sections: (posting.sections ?? []) as PostingDocument['sections'],
  };
  const { title, summary, authors, tags, cover, images, locale } = posting;
  const picture = cover && jpegAddress(cover.imageId, { locale, images, siteUrl });
  return element('item', [
    text('title', title),
    text('link', absolute(posting.links.html, siteUrl)),
    text('guid', posting.id, { isPermaLink: 'false' }),
    text('pubDate', new Date(posting.publishedAt).toUTCString()),
    ...authors.map(({ name }) => text('dc:creator', name)),
    ...tags.map(({ name }) => text('category', name)),
    text('description', summary),
    text('content:encoded', toFeedHtml(whole, siteUrl)),
    picture ? element('media:content', '', { url: picture, medium: 'image' }) : '',
  ]);
}
