import { expect, test } from '@jest/globals';
import { momentOf, wallClock } from './zoned-time.ts';

test('a clock in Seoul is nine hours ahead of UTC, both ways', () => {
  expect(momentOf('2026-12-31T23:59', 'Asia/Seoul')).toBe('2026-12-31T14:59:00Z');
  expect(wallClock('2026-12-31T14:59:00Z', 'Asia/Seoul')).toBe('2026-12-31T23:59');
});

test('midnight is the start of the day, not hour 24', () => {
  expect(wallClock('2026-06-30T15:00:00Z', 'Asia/Seoul')).toBe('2026-07-01T00:00');
});

test('summer time is kept on both sides of its change', () => {
  expect(momentOf('2026-07-01T09:00', 'America/New_York')).toBe('2026-07-01T13:00:00Z');
  expect(momentOf('2026-12-01T09:00', 'America/New_York')).toBe('2026-12-01T14:00:00Z');
  expect(momentOf('2026-03-08T01:30', 'America/New_York')).toBe('2026-03-08T06:30:00Z');
  expect(momentOf('2026-03-08T03:30', 'America/New_York')).toBe('2026-03-08T07:30:00Z');
});

test('a skipped clock time moves forward and a doubled one is its first', () => {
  expect(momentOf('2026-03-08T02:30', 'America/New_York')).toBe('2026-03-08T07:30:00Z');
  expect(momentOf('2026-11-01T01:30', 'America/New_York')).toBe('2026-11-01T05:30:00Z');
});

test('what is no time is null', () => {
  expect(momentOf('', 'Asia/Seoul')).toBeNull();
  expect(momentOf('2026-13-01T00:00', 'Asia/Seoul')).toBeNull();
});

test('where the zone is not known here, the clock is that of UTC, both ways', () => {
  expect(wallClock('2026-12-31T14:59:00Z', 'Mars/Olympus_Mons')).toBe('2026-12-31T14:59');
  expect(momentOf('2026-12-31T14:59', 'Mars/Olympus_Mons')).toBe('2026-12-31T14:59:00Z');
});
