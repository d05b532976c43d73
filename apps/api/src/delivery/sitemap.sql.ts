import { meta } from './list.sql.ts';

/** So many postings are one part; of more, each part holds those whose ids begin alike. */
export const mostInPart = 1_000;

const digits = [...'0123456789abcdef'];

/** How the ids of each part begin, as few digits as will do; one part = all of them. */
export function partsOf(count: number): string[] {
  let parts = [''];
  while (count > parts.length * mostInPart && parts.length < 4096)
    parts = parts.flatMap((start) => digits.map((digit) => start + digit));
  return parts;
}

/** The first and the last id that begin so. */
export const idsOf = (start: string): [first: string, last: string] => [fill(start, '0'), fill(start, 'f')];

const fill = (start: string, digit: string): string =>
  start.padEnd(32, digit).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

export interface CountedPostings {
  count: number;
  meta: string;
}

export const countStatement = {
  name: 'sitemap-count',
  text: `SELECT (SELECT count(*) FROM published_posting)::int AS count, ${meta} AS meta`,
} as const;

export interface FoundPart {
  /** JSON; null in the one row of a part that holds nothing. */
  item: string | null;
  /** Seconds until it closes; null = it is closed, or has no closing. */
  left: number | null;
  meta: string;
}

/** Values: the first and the last id of the part. */
export const partStatement = {
  name: 'sitemap-part',
  text: `
SELECT found.item, found.left, ${meta} AS meta FROM (SELECT) AS one LEFT JOIN (
  SELECT CASE WHEN c.closed THEN p.closed_item ELSE p.open_item END AS item,
         CASE WHEN NOT c.closed THEN date_part('epoch', p.closes_at - clock_now()) END AS left
    FROM published_posting p, LATERAL (SELECT coalesce(p.closes_at <= clock_now(), false) AS closed) c
   WHERE p.posting_id BETWEEN $1 AND $2 ORDER BY p.posting_id) AS found ON true`,
} as const;
