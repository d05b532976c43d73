import {
  employmentTypeLabel,
  employmentTypes,
  levelLabel,
  levels,
  remoteKinds,
  remoteLabel,
  type Locale,
} from '@gonggo/content';
import type { Facets, PostingList, Settings } from '@gonggo/contract';
import { ApiProblem, type Client, type PostingQuery } from '@gonggo/contract/client';
import { filterKeys, type FilterKey } from '../../server/reader-routes.ts';
import { otherLocale } from './addresses.ts';
import { imageOf } from './load-image.ts';
import type { Facet, View } from './view.ts';

const pageSize = 24;
const closedShown = 12;

export type Query = Record<string, string | string[] | undefined>;

/** The home page: what is open and matches, what one can filter by, what has closed. */
export async function loadHome(
  client: Client,
  locale: Locale,
  query: Query,
  settings: Promise<Settings>,
): Promise<Extract<View, { kind: 'home' }>> {
  const chosen = Object.fromEntries(
    filterKeys.flatMap((key) => (typeof query[key] === 'string' ? [[key, query[key]]] : [])),
  ) as Partial<Record<FilterKey, string>>;
  const cursor = typeof query.cursor === 'string' ? query.cursor : undefined;

  const [open, facets, closed, homeImage] = await Promise.all([
    client.postings
      .list({ ...(chosen as PostingQuery), locale, status: 'open', limit: pageSize, cursor })
      .catch(nothingMatches),
    client.postings.facets(locale),
    client.postings.list({ locale, status: 'closed', limit: closedShown }),
    settings.then(({ homeImage: id }) => (id ? imageOf(client, id) : null)),
  ]);
  const openCount = countIn(facets, locale);
  const other = otherLocale(locale);
  return {
    kind: 'home',
    open: open.data,
    openCount,
    openElsewhere: openCount === 0 && countIn(await client.postings.facets(other), other) > 0,
    nextCursor: open.page.nextCursor,
    facets: filterKeys.map((key) => facetOf(key, facets, chosen[key] ?? null, locale)),
    closed: closed.data,
    homeImage,
  };
}

const countIn = ({ locale }: Facets, one: Locale): number =>
  locale.find(({ value }) => value === one)?.count ?? 0;

/** A filter with a value that there isn't (an old link, a typo) finds nothing; that is no failure. */
function nothingMatches(error: unknown): PostingList {
  if (error instanceof ApiProblem && error.status === 400) return { data: [], page: { nextCursor: null } };
  throw error;
}

export function facetOf(key: FilterKey, facets: Facets, chosen: string | null, locale: Locale): Facet {
  const options = facets[key];
  if (chosen === null || options.some(({ value }) => value === chosen)) return { key, chosen, options };
  return {
    key,
    chosen,
    options: [...options, { value: chosen, name: nameOf(key, chosen, locale), count: 0 }],
  };
}

/** What readers call a value that no open posting has, which no list of the API's names. */
function nameOf(key: FilterKey, value: string, locale: Locale): string {
  const closedLists: Partial<Record<FilterKey, [value: string, name: string][]>> = {
    employmentType: employmentTypes.map((one) => [one, employmentTypeLabel(one, locale)]),
    level: levels.map((one) => [one, levelLabel(one, locale)]),
    remote: remoteKinds.map((one) => [one, remoteLabel(one, locale)]),
  };
  return closedLists[key]?.find(([one]) => one === value)?.[1] ?? value;
}
