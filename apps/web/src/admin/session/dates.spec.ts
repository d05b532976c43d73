import { expect, test } from '@jest/globals';
import { ago, dayOf, momentText } from './dates.ts';

const moment = '2026-12-31T14:59:00Z';
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const local = new Date(moment).toLocaleTimeString('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: zone,
});

test('days and moments read as on the site', () => {
  expect(dayOf('2026-12-15T12:00:00Z', 'ko')).toBe('2026년 12월 15일 (화)');
  expect(dayOf('2026-12-15T12:00:00Z', 'en')).toBe('Tue 15 Dec 2026');
  expect(momentText(moment, 'ko')).toMatch(new RegExp(`^\\d{4}년 \\d+월 \\d+일 \\(.\\) ${local}`));
  expect(momentText(moment, 'en')).toMatch(new RegExp(`^\\w{3} \\d+ \\w{3} \\d{4}, ${local} `));
});

test('what is long ago is a day', () => {
  expect(ago('2026-12-15T12:00:00Z', 'ko', Date.parse('2027-03-01T00:00:00Z'))).toBe('2026년 12월 15일 (화)');
});
