import { expect, test } from '@jest/globals';
import { daysLeft, formatDay, formatMoment } from './moments.ts';

const closing = '2026-12-31T14:59:00Z';

test('a moment reads in the zone of the posting, not in that of the machine', () => {
  expect(formatMoment(closing, 'Asia/Seoul', 'ko')).toBe('2026년 12월 31일 (목) 23:59');
  expect(formatMoment(closing, 'Asia/Seoul', 'en')).toBe('Thu 31 Dec 2026, 23:59 KST');
  expect(formatMoment(closing, 'Europe/Berlin', 'ko')).toBe('2026년 12월 31일 (목) 15:59 CET');
  expect(formatMoment('2026-12-31T15:00:00Z', 'Asia/Seoul', 'ko')).toBe('2027년 1월 1일 (금) 00:00');
});

test('a day alone', () => {
  expect(formatDay('2026-11-01', 'UTC', 'ko')).toBe('2026년 11월 1일 (일)');
  expect(formatDay(closing, 'Asia/Seoul', 'en')).toBe('Thu 31 Dec 2026');
});

test('days are counted by the calendar of the zone', () => {
  const count = (now: string) => daysLeft(closing, 'Asia/Seoul', new Date(now));
  expect(count('2026-12-31T14:58:00Z')).toBe(0);
  expect(count('2026-12-30T15:00:00Z')).toBe(0);
  expect(count('2026-12-30T14:59:59Z')).toBe(1);
  expect(count('2026-12-19T03:00:00Z')).toBe(12);
  expect(count('2026-12-31T15:00:00Z')).toBe(-1);
  expect(daysLeft('2026-03-30T12:00:00Z', 'Europe/Berlin', new Date('2026-03-28T12:00:00Z'))).toBe(2);
});

test('where the zone is not known, a moment reads in UTC and says so', () => {
  expect(formatMoment(closing, 'Mars/Olympus_Mons', 'ko')).toBe('2026년 12월 31일 (목) 14:59 UTC');
  expect(formatMoment(closing, 'Mars/Olympus_Mons', 'en')).toBe('Thu 31 Dec 2026, 14:59 UTC');
  expect(formatDay(closing, 'Mars/Olympus_Mons', 'ko')).toBe('2026년 12월 31일 (목)');
  expect(daysLeft(closing, 'Mars/Olympus_Mons', new Date('2026-12-30T00:00:00Z'))).toBe(1);
});
