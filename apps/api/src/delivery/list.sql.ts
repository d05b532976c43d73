import type { Sort } from './sorts.ts';
import type { Status } from './target.ts';

/** What every reading of many postings answers beside its rows. */
export interface Meta {
  /** Seconds since 1970: the last change of anything public, or the last closing. */
  changed: number;
  /** Seconds until the next closing of any live posting; null = none is coming. */
  left: number | null;
  /** change_counter.revision, of the same moment as everything else. */
  revision: number;
}

/**
 * One scalar for each statement: it is reckoned once and costs every row no more than a copy. Written as text, and
 * read by `metaOf`.
 */
export const meta = `
  (SELECT concat_ws(' ', k.revision,
     extract(epoch FROM greatest(k.changed_at, (SELECT max(closes_at) FROM published_posting WHERE closes_at <= clock_now()))),
     extract(epoch FROM (SELECT min(closes_at) FROM published_posting WHERE closes_at > clock_now()) - clock_now()))
     FROM change_counter k)`;

export function metaOf(text: string): Meta {
  const [revision, changed, left] = text.split(' ').map(Number);
  return { revision: revision ?? 0, changed: changed ?? 0, left: left ?? null };
}

/** All but `meta` is null in the one row of a list that found nothing. */
export interface ListRow {
  /** JSON. */
  item: string | null;
  /** What the list is sorted by, as text. */
  value: string;
  id: string;
  meta: string;
}

const orders: Record<Sort, { key: string; type: string; direction: 'ASC' | 'DESC'; after: '>' | '<' }> = {
  '-publishedAt': { key: 'p.first_published_at', type: 'timestamptz', direction: 'DESC', after: '<' },
  publishedAt: { key: 'p.first_published_at', type: 'timestamptz', direction: 'ASC', after: '>' },
  closesAt: { key: `coalesce(p.closes_at, 'infinity')`, type: 'timestamptz', direction: 'ASC', after: '>' },
  title: { key: 'p.title', type: 'text COLLATE "ko-KR-x-icu"', direction: 'ASC', after: '>' },
};

/**
 * Whether a row belongs to a list, and which of its texts is shown. Said of the column itself and not of what a CASE
 * makes of it, so that PostgreSQL finds the few closed among many open ones, and the few open among many closed ones, by
 * the index of closings, and takes the order's index where they are many.
 */
const rows: Record<Status, { condition: string; closed: string }> = {
  open: { condition: '(p.closes_at IS NULL OR p.closes_at > clock_now())', closed: 'false' },
  closed: { condition: 'p.closes_at <= clock_now()', closed: 'true' },
  all: { condition: 'true', closed: 'coalesce(p.closes_at <= clock_now(), false)' },
};

/** How much a list is narrowed; the less, the cheaper its statement. */
export type Narrowing = 'not' | 'locale' | 'any';

/** Postings that a page may have at most, and one more to tell whether there are more. */
const most = 101;

const filters: Record<Narrowing, { conditions: string; values: number }> = {
  not: { conditions: '', values: 0 },
  locale: { conditions: 'AND p.locale = ANY($2)', values: 1 },
  any: {
    conditions: `
   AND ($2::text[] IS NULL OR p.locale = ANY($2))
   AND ($3::text[] IS NULL OR p.team = ANY($3))
   AND ($4::text[] IS NULL OR p.job_family = ANY($4))
   AND ($5::text[] IS NULL OR p.employment_type = ANY($5))
   AND ($6::text[] IS NULL OR p.level = ANY($6))
   AND ($7::text[] IS NULL OR p.locations && $7)
   AND ($8::text[] IS NULL OR p.remote = ANY($8))
   AND ($9::text[] IS NULL OR p.tags && $9)`,
    values: 8,
  },
};

/** Where a page begins: at the beginning, or after a place. */
type Start = 'first' | 'later';

/**
 * A page of live postings by keyset, and one more to tell whether there are more. Joined to a row that is always
 * there, so that an empty page says how old it is, too; a join without a condition is a nested loop, which keeps the
 * order. The inner limit is a constant, and few filters stand where few are asked for, a place only where there is one:
 * so PostgreSQL finds the plan that it has prepared as cheap as one made for the values, and plans once instead of each
 * time, which costs more than the reading itself.
 */
function page(
  sort: Sort,
  column: 'item' | 'json',
  status: Status,
  narrowing: Narrowing,
  start: Start,
): string {
  const { condition, closed } = rows[status];
  const { key, type, direction, after } = orders[sort];
  const { conditions, values } = filters[narrowing];
  const place = `AND (${key}, p.posting_id) ${after} ($${values + 2}::${type}, $${values + 3}::uuid)`;
  return `
SELECT found.item, found.key::text AS value, found.id, ${meta} AS meta FROM (SELECT) AS one LEFT JOIN (
SELECT * FROM (
SELECT CASE WHEN ${closed} THEN p.closed_${column} ELSE p.open_${column} END AS item,
       ${key} AS key, p.posting_id AS id
  FROM published_posting p
 WHERE ${condition} ${conditions}
   ${start === 'later' ? place : ''}
 ORDER BY ${key} ${direction}, p.posting_id ${direction}
 LIMIT ${most}) AS live LIMIT $1 + 1) AS found ON true`;
}

interface Asked {
  sort: Sort;
  column: 'item' | 'json';
  status: Status;
  limit: number;
  /** Sets of values, in the order of the statement: locale, then all others. null = whatever. */
  locale: string[] | null;
  others: (string[] | null)[];
  after: { value: string; id: string } | null;
}

const texts = new Map<string, string>();

/** The statement for a list with its values: one of few, each prepared by its name. */
export function listStatement({ sort, column, status, limit, locale, others, after }: Asked) {
  const narrowing = others.some((one) => one !== null) ? 'any' : locale ? 'locale' : 'not';
  const start = after ? 'later' : 'first';
  const name = `list-${column}-${sort}-${status}-${narrowing}-${start}`;
  const text = texts.get(name) ?? page(sort, column, status, narrowing, start);
  texts.set(name, text);
  const filtered = [locale, ...others].slice(0, filters[narrowing].values);
  const values = [limit, ...filtered, ...(after ? [after.value, after.id] : [])];
  return { name, text, values };
}
