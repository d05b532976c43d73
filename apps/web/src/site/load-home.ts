import { employmentTypeLabel, levelLabel, remoteLabel, type Locale } from '@gonggo/content';
import type { Client, PostingQuery } from '@gonggo/contract/client';
import type { PostingListItem, Settings } from '@gonggo/contract';
import { filterKeys, type FilterKey } from '../../server/reader-routes.ts';
import { imageOf } from './load-image.ts';
import type { Facet, FilterOption, View } from './view.ts';

const pageSize = 24;
const closedShown = 12;

export type Query = Record<string, string | string[] | undefined>;

/** The home page: what is open and matches, what one can filter by, what has closed. */
export async function loadHome(
  client: Client,
  locale: Locale,
  query: Query,
  settings: Settings,
): Promise<Extract<View, { kind: 'home' }>> {
  const chosen = Object.fromEntries(
    filterKeys.flatMap((key) => (typeof query[key] === 'string' ? [[key, query[key]]] : [])),
  ) as Partial<Record<FilterKey, string>>;
  const cursor = typeof query.cursor === 'string' ? query.cursor : undefined;

  const [shown, all, closed, homeImage] = await Promise.all([
    client.postings.list({ ...(chosen as PostingQuery), locale, status: 'open', limit: pageSize, cursor }),
    client.postings.list({ locale, status: 'open', limit: 100 }),
    client.postings.list({ locale, status: 'closed', limit: closedShown }),
    settings.homeImage ? imageOf(client, settings.homeImage) : null,
  ]);
  return {
    kind: 'home',
    open: shown.data,
    openCount: all.data.length,
    nextCursor: shown.page.nextCursor,
    facets: filterKeys.map((key) => facet(key, all.data, chosen[key] ?? null, locale)),
    closed: closed.data,
    homeImage,
  };
}

/** What one value of a filter is called, in the words of the posting that has it. */
const valuesOf: Record<
  FilterKey,
  (posting: PostingListItem, locale: Locale) => [value: string, name: string][]
> = {
  team: ({ facts: { team } }) => (team ? [[team.slug, team.name]] : []),
  jobFamily: ({ facts: { jobFamily } }) => (jobFamily ? [[jobFamily, jobFamily]] : []),
  employmentType: ({ facts: { employmentType: type } }, locale) =>
    type ? [[type, employmentTypeLabel(type, locale)]] : [],
  level: ({ facts: { level } }, locale) => (level ? [[level, levelLabel(level, locale)]] : []),
  location: ({ facts: { locations } }) =>
    [...new Set(locations.map(({ locality }) => locality).filter(Boolean))].map((place) => [place, place]),
  remote: ({ facts: { remote } }, locale) => (remote ? [[remote, remoteLabel(remote, locale)]] : []),
  tag: ({ tags }) => tags.map(({ slug, name }) => [slug, name]),
};

export function facet(
  key: FilterKey,
  postings: PostingListItem[],
  chosen: string | null,
  locale: Locale,
): Facet {
  const options = new Map<string, FilterOption>();
  for (const posting of postings) {
    for (const [value, name] of valuesOf[key](posting, locale)) {
      const option = options.get(value) ?? { value, name, count: 0 };
      option.count += 1;
      options.set(value, option);
    }
  }
  if (chosen !== null && !options.has(chosen)) options.set(chosen, { value: chosen, name: chosen, count: 0 });
  return {
    key,
    chosen,
    options: [...options.values()].sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, locale)),
  };
}
