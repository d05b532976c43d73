import type { Locale } from '@gonggo/content';
import type { PostingListItem } from '@gonggo/contract';
import { ApiProblem, type Client } from '@gonggo/contract/client';
import type { View } from './view.ts';

/** How many other openings a page names: as many as the API calls related. */
export const othersShown = 4;

/** A posting and what else is open; or that it is gone, or was never there. */
export async function loadPosting(client: Client, locale: Locale, slug: string): Promise<View> {
  const [found, related] = await Promise.all([
    client.postings.get(slug, locale).catch(refusal),
    client.postings.related(slug, locale).catch(refusal),
  ]);
  if (found instanceof ApiProblem)
    return { kind: found.status === 410 ? 'gone' : 'missing', others: await newest(client, locale) };
  // Withdrawn between the two answers: the page is made of an old one, and not kept.
  return { kind: 'posting', posting: found, others: related instanceof ApiProblem ? [] : related.data };
}

/** What is open and new: shown where there is no posting that anything could be near to. */
export const newest = async (client: Client, locale: Locale): Promise<PostingListItem[]> =>
  (await client.postings.list({ locale, status: 'open', limit: othersShown })).data;

/** "No" is an answer; everything else is a failure. */
function refusal(error: unknown): ApiProblem {
  if (error instanceof ApiProblem && [400, 404, 410].includes(error.status)) return error;
  throw error;
}
