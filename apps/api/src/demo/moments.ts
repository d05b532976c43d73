const day = 86_400_000;
/** Seoul keeps no summer time. */
const seoul = 9 * 3_600_000;

/** 23:59 in Seoul, this many days after the day of `now` there. */
export function closingMoment(now: Date, daysAhead: number): string {
  const midnight = Math.floor((now.getTime() + seoul) / day) * day - seoul;
  return new Date(midnight + (daysAhead + 1) * day - 60_000).toISOString();
}

/** The day it is in Seoul: `2026-12-31`. */
export const seoulDay = (now: Date): string => new Date(now.getTime() + seoul).toISOString().slice(0, 10);
