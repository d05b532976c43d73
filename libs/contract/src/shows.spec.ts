import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PostingListItem } from './postings.ts';
import { affects, linesOf, nothing, type Lines } from './shows.ts';
import { readTouches, standingOf, type Touch } from './touch.ts';

interface Posting {
  id: string;
  locale: 'ko' | 'en';
  open: boolean;
  title: string;
  team: string | null;
  jobFamily: string | null;
  day: number;
}

const few = (...values: string[]) => fc.constantFrom(...values);
const aPosting = (id: string): fc.Arbitrary<Posting> =>
  fc.record({
    id: fc.constant(id),
    locale: fc.constantFrom('ko', 'en'),
    open: fc.boolean(),
    title: few('a', 'b'),
    team: fc.option(few('x', 'y'), { nil: null }),
    jobFamily: fc.option(few('m', 'n'), { nil: null }),
    day: fc.integer({ min: 1, max: 9 }),
  });
const ids = Array.from({ length: 9 }, (_, n) => `p${n}`);

const itemOf = ({ id, title, team, jobFamily, day }: Posting) =>
  ({
    id,
    slug: id,
    title,
    publishedAt: `2026-11-0${day}T00:00:00.000Z`,
    facts: { team: team && { slug: team, name: team }, jobFamily },
  }) as unknown as PostingListItem;

/** What the API promises, said another way: sort everything. */
function best(all: Posting[], locale: string, near: Posting | null, room: number): Posting[] {
  const closeness = ({ team, jobFamily }: Posting) =>
    near && team && team === near.team ? 2 : near && jobFamily && jobFamily === near.jobFamily ? 1 : 0;
  return all
    .filter((one) => one.open && one.locale === locale && one.id !== near?.id)
    .sort((a, b) => closeness(b) - closeness(a) || b.day - a.day || (b.id > a.id ? 1 : -1))
    .slice(0, room);
}

const touchOf = (posting: Posting): Touch => ({
  id: posting.id,
  locale: posting.locale,
  open: posting.open ? standingOf(itemOf(posting)) : null,
});

const shown = (postings: Posting[]) => JSON.stringify(postings.map(itemOf));

test('lines that a change does not affect stay as they are', () => {
  const all = fc.tuple(...ids.map(aPosting));
  const property = fc.property(all, fc.nat(8), fc.nat(8), fc.boolean(), (before, at, changed, nearIt) => {
    return fc.sample(aPosting(ids[changed] ?? ''), 3).every((next) => {
      const near = nearIt ? (before[at] as Posting) : null;
      // A posting of another language is another posting.
      const after = { ...next, locale: (before[changed] as Posting).locale };
      const locale = near?.locale ?? 'ko';
      const lines = (postings: Posting[]) => best(postings, locale, near, 3);
      const depends: Lines = linesOf(locale, near, lines(before).map(itemOf), 3);
      if (near?.id === after.id || affects({ ...nothing, lines: [depends] }, touchOf(after))) return true;
      const later = before.map((one) => (one.id === after.id ? after : one));
      return shown(lines(later)) === shown(lines(before));
    });
  });
  fc.assert(property, { numRuns: 2000 });
});

test('a new text under the same card, or a posting too far down, leaves the lines alone', () => {
  const posting = (id: string, day: number, team = 'x'): Posting => {
    return { id, locale: 'ko', open: true, title: 'a', team, jobFamily: null, day };
  };
  const near = posting('p0', 5);
  const lines = linesOf('ko', near, [posting('p1', 9), posting('p2', 7)].map(itemOf), 2);
  const affected = (one: Posting) => affects({ ...nothing, lines: [lines] }, touchOf(one));
  expect(affected(posting('p1', 9))).toBe(false);
  expect(affected({ ...posting('p1', 9), title: 'b' })).toBe(true);
  expect(affected({ ...posting('p1', 9), open: false })).toBe(true);
  expect(affected(posting('p3', 6))).toBe(false);
  expect(affected(posting('p3', 9, 'y'))).toBe(false);
  expect(affected(posting('p3', 8))).toBe(true);
  expect(affected({ ...posting('p3', 8), locale: 'en' })).toBe(false);
});

test('what a wire brings is a list of touches, or nothing that one may rely on', () => {
  const good = touchOf({ id: 'p', locale: 'ko', open: true, title: '', team: null, jobFamily: null, day: 1 });
  expect(readTouches(JSON.parse(JSON.stringify([good, { ...good, open: null }])))).toEqual([
    good,
    { ...good, open: null },
  ]);
  for (const told of [undefined, null, [], {}, [null], [{ ...good, id: 7 }], [{ ...good, locale: 'fr' }]])
    expect(readTouches(told)).toBeNull();
  expect(readTouches([good, { ...good, open: {} }])).toBeNull();
  expect(readTouches([{ ...good, open: undefined }])).toBeNull();
});
