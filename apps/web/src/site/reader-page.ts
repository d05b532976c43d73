import type { ImageInfo, Locale } from '@gonggo/content';
import type { PostingListItem, Settings } from '@gonggo/contract';
import type { Client } from '@gonggo/contract/client';
import type { GetServerSideProps, GetServerSidePropsContext } from 'next';
import { readConfig, type SiteConfig } from '../../server/config.ts';
import { expiryOf } from '../../server/expiry.ts';
import { pageMetaHeader, writePageMeta, type PageMeta } from '../../server/page-meta.ts';
import { nothing } from '@gonggo/contract/shows';
import { earlier, isAway, recordingClient } from '../../server/upstream.ts';
import { postPath } from './addresses.ts';
import { loadHome } from './load-home.ts';
import { imageOf } from './load-image.ts';
import { loadPosting, newest } from './load-posting.ts';
import { pageStyle, styleHash } from './page-style.ts';
import { shownBy } from './shown-by.ts';
import type { ReaderPageProps, Site, View } from './view.ts';

export type Load = (
  client: Client,
  locale: Locale,
  at: GetServerSidePropsContext,
  settings: Promise<Settings>,
) => Promise<View>;

export const home: Load = (client, locale, { query }, settings) => loadHome(client, locale, query, settings);
export const posting: Load = (client, locale, { params }) =>
  loadPosting(client, locale, String(params?.slug));
export const missing: Load = async (client, locale) => ({
  kind: 'missing',
  others: await newest(client, locale),
});

const statuses: Record<View['kind'], number> = {
  home: 200,
  posting: 200,
  missing: 404,
  gone: 410,
  away: 503,
};

/** Loads a reader page in one language and tells the page store what it was made of and how long it holds. */
export function readerPage(
  locale: Locale,
  load: Load,
  configured: () => SiteConfig = readConfig,
): GetServerSideProps<ReaderPageProps> {
  return async (at) => {
    const config = configured();
    const { client, origin } = recordingClient(config);
    const { site, view } = await ask(client, locale, load, at, config.siteUrl);

    // An old address, or a romanised one: the API has led us to where the posting is now.
    if (view.kind === 'posting' && view.posting.slug !== at.params?.slug) {
      tell(at, { ...origin, style: null, shows: { ...nothing, languages: [locale] } });
      return { redirect: { destination: postPath(view.posting), permanent: true } };
    }
    const style = pageStyle(site.settings?.accent ?? '', picturesOf(view));
    const expires = earlier(origin.expires, expiryOf(postingsOf(view), true));
    tell(at, { ...origin, expires, style: styleHash(style), shows: shownBy(view, locale, at.params?.slug) });
    at.res.statusCode = statuses[view.kind];
    return { props: { locale, site, view, style, now: Date.now() } };
  };
}

async function ask(
  client: Client,
  locale: Locale,
  load: Load,
  at: GetServerSidePropsContext,
  url: string,
): Promise<{ site: Site; view: View }> {
  try {
    const asked = client.settings.get();
    const [view, settings, logo] = await Promise.all([
      load(client, locale, at, asked),
      asked,
      asked.then(({ logo: id }) => (id ? imageOf(client, id) : null)),
    ]);
    return { site: { url, settings, logo }, view };
  } catch (error) {
    if (!isAway(error)) console.error(`[site] ${at.resolvedUrl}:`, error);
    return { site: { url, settings: null, logo: null }, view: { kind: 'away' } };
  }
}

const tell = ({ res }: GetServerSidePropsContext, meta: PageMeta) =>
  res.setHeader(pageMetaHeader, writePageMeta(meta));

/** The postings whose closing moment or days left a page shows. */
function postingsOf(view: View): Pick<PostingListItem, 'facts' | 'status'>[] {
  switch (view.kind) {
    case 'home':
      return [...view.open, ...view.closed];
    case 'posting':
      return [view.posting, ...view.others];
    case 'missing':
    case 'gone':
      return view.others;
    case 'away':
      return [];
  }
}

/** Lines about other postings show no pictures. */
function picturesOf(view: View): Record<string, ImageInfo> {
  if (view.kind === 'posting') return view.posting.images;
  return Object.assign({}, ...(view.kind === 'home' ? view.open : []).map(({ images }) => images));
}
