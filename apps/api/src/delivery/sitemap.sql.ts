import { meta } from './list.sql.ts';

/** Of how many ids that begin with one zero, two and three it is told, at most; 16 times as many are one part. */
const told = 63;
const digits = [...'0123456789abcdef'];

/**
 * How the ids of each part begin, as few digits as will do for parts of some 1,000; one part = all of them. Ids are
 * random, so those that begin with zeros tell how many there are, without counting all.
 */
export function partsOf(zeros: readonly number[]): string[] {
  let parts = [''];
  for (const count of zeros) {
    if (count < told) break;
    parts = parts.flatMap((start) => digits.map((digit) => start + digit));
  }
  return parts;
}

/** The first and the last id that begin so. */
export const idsOf = (start: string): [first: string, last: string] => [fill(start, '0'), fill(start, 'f')];

const fill = (start: string, digit: string): string =>
  start.padEnd(32, digit).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

export interface CountedPostings {
  /** How many ids begin with one zero, two and three, at most `told` of each. */
  zeros: number[];
  meta: string;
}

const beginning = (start: string) => {
  const [first, last] = idsOf(start);
  return `(SELECT count(*)::int FROM (SELECT FROM published_posting WHERE posting_id BETWEEN '${first}' AND '${last}' LIMIT ${told}) AS few)`;
};

export const countStatement = {
  name: 'sitemap-count',
  text: `SELECT ARRAY[${['0', '00', '000'].map(beginning).join(', ')}] AS zeros, ${meta} AS meta`,
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
