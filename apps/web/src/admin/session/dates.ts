import { formatDay, formatMoment } from '@gonggo/content';
import type { Words } from '../words/ko.ts';

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** `3분 전`, `어제`; older than a month: the date. */
export function ago(moment: string, language: Words['language'], now = Date.now()): string {
  const seconds = Math.round((Date.parse(moment) - now) / 1000);
  if (Math.abs(seconds) > 30 * 86_400) return dayOf(moment, language);
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const [unit, size] = steps.find(([, one]) => Math.abs(seconds) >= one) ?? ['second', 1];
  return unit === 'second' ? justNow[language] : format.format(Math.round(seconds / size), unit);
}

const justNow = { ko: '방금', en: 'just now' };

const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** `2026년 12월 31일 (목)` in the reader's own zone. */
export const dayOf = (moment: string, language: Words['language']) => formatDay(moment, ownZone(), language);

/** `2026년 12월 31일 (목) 23:59` in the reader's own zone. */
export const momentText = (moment: string, language: Words['language']) =>
  formatMoment(moment, ownZone(), language);

/** `12:03` in the reader's own zone. */
export const clockOf = (moment: string) =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(new Date(moment));
