import type { PostingStatus } from '@gonggo/content';

interface Lasting {
  status: PostingStatus;
  facts: { closesAt: string | null; opensAt: string | null; closesAtZone: string };
}

/**
 * When a page that shows these postings stops being true (ms since 1970), or null: the next closing or opening and,
 * where days are counted down, the next midnight where the posting closes. A moment that has passed where a posting
 * is said to be open still by an answer that was on its way meanwhile: the page is out of date as it is made.
 */
export function expiryOf(postings: readonly Lasting[], countsDays: boolean, now = Date.now()): number | null {
  const moments = postings.flatMap(({ status, facts: { closesAt, opensAt, closesAtZone } }) => {
    const opening = opensAt === null ? NaN : Date.parse(opensAt);
    return [
      ...(opening > now ? [opening] : []),
      ...(status === 'open' && closesAt ? [Date.parse(closesAt)] : []),
      ...(status === 'open' && closesAt && countsDays ? [nextMidnight(closesAtZone, now)] : []),
    ];
  });
  return moments.length ? Math.min(...moments) : null;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The start of the next day in a zone. Where the clocks change that night it may be an hour early, never late. */
export function nextMidnight(zone: string, now = Date.now()): number {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en', { timeZone: zone, hourCycle: 'h23', timeStyle: 'medium' });
    clocks.set(zone, clock);
  }
  const sinceMidnight = (moment: number) => {
    const part = Object.fromEntries(
      clock.formatToParts(moment).map(({ type, value }) => [type, Number(value)]),
    );
    return ((part.hour ?? 0) * 3600 + (part.minute ?? 0) * 60 + (part.second ?? 0)) * 1000 + (moment % 1000);
  };
  const guess = now + 86_400_000 - sinceMidnight(now);
  const off = sinceMidnight(guess);
  // Past midnight there: an hour was skipped. Before it: an hour was doubled, and asking again at 23:00 is harmless.
  return off > 0 && off < 43_200_000 ? guess - off : guess;
}
