import type { Locale } from './document.ts';
import { isTimeZone } from './values.ts';

/** Short names that `Intl` doesn't know; other zones read as `GMT+1`. */
const zoneNames: Record<string, string> = {
  'Asia/Seoul': 'KST',
  'Asia/Tokyo': 'JST',
  UTC: 'UTC',
  'Etc/UTC': 'UTC',
};

const weekdays = {
  ko: ['일', '월', '화', '수', '목', '금', '토'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

interface LocalTime {
  year: number;
  month: number;
  day: number;
  weekday: number;
  time: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();
const zoneFormats = new Map<string, Intl.DateTimeFormat>();
/** A page tells the same few moments many times over, and `Intl` is slow. */
const known = new Map<string, LocalTime>();
const mostKnown = 1_000;

/** The zone itself, or UTC where this runtime doesn't know it: its moments can still be told. */
const knownZone = (zone: string) => (isTimeZone(zone) ? zone : 'UTC');

function localTime(iso: string, zone: string): LocalTime {
  const key = `${zone} ${iso}`;
  const before = known.get(key);
  if (before) return before;
  if (known.size >= mostKnown) known.clear();
  const time = reckon(iso, zone);
  known.set(key, time);
  return time;
}

function reckon(iso: string, zone: string): LocalTime {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: knownZone(zone),
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    formats.set(zone, format);
  }
  const parts = Object.fromEntries(
    format.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]),
  );
  const [year, month, day] = [Number(parts.year), Number(parts.month), Number(parts.day)];
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return { year, month, day, weekday, time: `${parts.hour}:${parts.minute}` };
}

function zoneName(iso: string, given: string): string {
  const zone = knownZone(given);
  if (zoneNames[zone]) return zoneNames[zone];
  let short = zoneFormats.get(zone);
  if (!short) {
    short = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'short' });
    zoneFormats.set(zone, short);
  }
  return short.formatToParts(new Date(iso)).find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

function dayWords({ year, month, day, weekday }: LocalTime, locale: Locale): string {
  return locale === 'ko'
    ? `${year}년 ${month}월 ${day}일 (${weekdays.ko[weekday]})`
    : `${weekdays.en[weekday]} ${day} ${months[month - 1]} ${year}`;
}

/** `2026년 12월 31일 (목) 23:59` · `Thu 31 Dec 2026, 23:59 KST`. Korean names the zone only where it isn't Seoul's. A zone that is not known here reads in UTC. */
export function formatMoment(iso: string, zone: string, locale: Locale): string {
  const local = localTime(iso, zone);
  const day = dayWords(local, locale);
  if (locale === 'en') return `${day}, ${local.time} ${zoneName(iso, zone)}`;
  return zone === 'Asia/Seoul' ? `${day} ${local.time}` : `${day} ${local.time} ${zoneName(iso, zone)}`;
}

/** `2026년 12월 31일 (목)` · `Thu 31 Dec 2026`. A bare day (`2026-12-31`) reads as itself in zone `UTC`. */
export function formatDay(iso: string, zone: string, locale: Locale): string {
  return dayWords(localTime(iso, zone), locale);
}

/** Whole days from today to the day of `iso`, both as the calendar of `zone` has them: 0 = today, < 0 = past. */
export function daysLeft(iso: string, zone: string, now: Date | number = Date.now()): number {
  const dayNumber = (moment: string) => {
    const { year, month, day } = localTime(moment, zone);
    return Date.UTC(year, month - 1, day) / 86_400_000;
  };
  return dayNumber(iso) - dayNumber(new Date(now).toISOString());
}
