import { expect, test } from '@jest/globals';
import { expiryOf, nextMidnight } from './expiry.ts';

const at = (iso: string) => Date.parse(iso);
const posting = (
  closesAt: string | null,
  opensAt: string | null = null,
  status: 'open' | 'closed' = 'open',
) => ({
  status,
  facts: { closesAt, opensAt, closesAtZone: 'Asia/Seoul' },
});
const now = at('2026-12-01T03:00:00Z');

test('a page ends at the next closing or opening, whichever comes first', () => {
  const postings = [
    posting('2026-12-05T00:00:00Z'),
    posting('2026-12-03T00:00:00Z'),
    posting(null, '2026-12-02T00:00:00Z'),
  ];
  expect(expiryOf(postings, false, now)).toBe(at('2026-12-02T00:00:00Z'));
});

test('what has closed changes nothing any more', () => {
  const closed = posting('2026-11-30T00:00:00Z', null, 'closed');
  expect(expiryOf([closed, posting(null)], true, now)).toBeNull();
});

test('what is said to be open although its moment has passed is out of date already', () => {
  const late = posting('2026-12-01T02:59:59Z');
  expect(expiryOf([posting('2026-12-05T00:00:00Z'), late], true, now)).toBeLessThanOrEqual(now);
  expect(expiryOf([posting('2026-12-01T03:00:00Z')], false, now)).toBeLessThanOrEqual(now);
});

test('days are counted down until midnight where the posting closes', () => {
  expect(expiryOf([posting('2026-12-20T00:00:00Z')], true, now)).toBe(at('2026-12-01T15:00:00Z'));
});

test('midnight is found on nights when clocks change', () => {
  expect(nextMidnight('Asia/Seoul', at('2026-12-01T15:00:00Z'))).toBe(at('2026-12-02T15:00:00Z'));
  // Lisbon goes from UTC+1 to UTC+0 on 25 October 2026, and to UTC+1 on 28 March 2027.
  expect(nextMidnight('Europe/Lisbon', at('2026-10-24T23:30:00Z'))).toBeLessThanOrEqual(
    at('2026-10-26T00:00:00Z'),
  );
  expect(nextMidnight('Europe/Lisbon', at('2027-03-28T00:30:00Z'))).toBe(at('2027-03-28T23:00:00Z'));
});
