import type { Locale } from '@gonggo/content';
import type { PostingListItem } from './postings.ts';
import { standingOf, type Standing, type Touch } from './touch.ts';

/** What a page shows of postings: what must change for the page to change. Settings belong to every page. */
export interface Shows {
  /** Ids of postings of which it may show anything. */
  postings: string[];
  /** Languages of which it shows counts, filters or addresses: what any posting may change. */
  languages: Locale[];
  /** It may show anything of the postings whose ids begin so. */
  parts?: string[];
  /** Lines about some of what is open. */
  lines: Lines[];
}

/** The best of what is open in a language: those nearest to a posting first, then the newest. */
export interface Lines {
  locale: Locale;
  /** The posting that they are near to, which is no line itself; null = only the newest. */
  near: { id: string; team: string | null; jobFamily: string | null } | null;
  /** Posting id and what names its card. */
  cards: [id: string, card: string][];
  /** How the last of them stands; null = there is room for more. */
  last: Pick<Standing, 'team' | 'jobFamily' | 'publishedAt'> | null;
}

export const nothing: Shows = { postings: [], languages: [], lines: [] };

/** `room` is how many lines there are at most. */
export function linesOf(
  locale: Locale,
  near: Lines['near'],
  shown: readonly PostingListItem[],
  room: number,
): Lines {
  const standing = shown.map((item) => ({ id: item.id, ...standingOf(item) }));
  const last = shown.length < room ? undefined : standing.at(-1);
  return {
    locale,
    near,
    cards: standing.map(({ id, card }) => [id, card]),
    last: last ? { team: last.team, jobFamily: last.jobFamily, publishedAt: last.publishedAt } : null,
  };
}

/** Whether a page that shows this may look another way after the change. Never false where it does. */
export const affects = ({ postings, languages, parts, lines }: Shows, touch: Touch): boolean =>
  postings.includes(touch.id) ||
  (parts ?? []).some((start) => touch.id.startsWith(start)) ||
  languages.includes(touch.locale) ||
  lines.some((some) => some.locale === touch.locale && moves(some, touch));

function moves({ near, cards, last }: Lines, { id, open }: Touch): boolean {
  if (near?.id === id) return false;
  const shown = cards.find(([one]) => one === id);
  if (shown) return open?.card !== shown[1];
  if (!open) return false;
  if (!last) return true;
  const closer = closeness(near, open) - closeness(near, last);
  return closer > 0 || (closer === 0 && Date.parse(open.publishedAt) >= Date.parse(last.publishedAt));
}

/** As the API ranks what else is open. */
function closeness(near: Lines['near'], { team, jobFamily }: Pick<Standing, 'team' | 'jobFamily'>): number {
  if (near && team !== null && team === near.team) return 2;
  return near && jobFamily !== null && jobFamily === near.jobFamily ? 1 : 0;
}
