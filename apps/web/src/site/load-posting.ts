import type { Locale, PostingDocument } from '@gonggo/content';
import { loadHighlighter } from '@gonggo/content/highlight';
import type { PostingListItem } from '@gonggo/contract';
import { ApiProblem, type Client } from '@gonggo/contract/client';
import type { View } from './view.ts';

const othersShown = 4;

/** A posting and what else is open; or that it is gone, or was never there. */
export async function loadPosting(client: Client, locale: Locale, slug: string): Promise<View> {
  const [found, open] = await Promise.all([
    client.postings.get(slug, locale).catch(refusal),
    client.postings.list({ locale, status: 'open', limit: 50 }),
    loadHighlighter(),
  ]);
  if (found instanceof ApiProblem) {
    return { kind: found.status === 410 ? 'gone' : 'missing', others: open.data.slice(0, othersShown) };
  }
  const posting = found as PostingDocument;
  return { kind: 'posting', posting, others: nearest(posting, open.data) };
}

/** "No" is an answer; everything else is a failure. */
function refusal(error: unknown): ApiProblem {
  if (error instanceof ApiProblem && [400, 404, 410].includes(error.status)) return error;
  throw error;
}

/** The other open postings, those of the same team and job family first. */
export function nearest(posting: PostingDocument, open: PostingListItem[]): PostingListItem[] {
  const closeness = ({ facts }: PostingListItem) =>
    Number(facts.team?.slug === posting.facts.team?.slug) * 2 +
    Number(facts.jobFamily === posting.facts.jobFamily);
  return open
    .filter(({ id }) => id !== posting.id)
    .sort((a, b) => closeness(b) - closeness(a))
    .slice(0, othersShown);
}
