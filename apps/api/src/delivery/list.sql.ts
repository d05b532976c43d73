import type { Sort } from './sorts.ts';

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
 * A page of live postings by keyset, and one more to tell whether there are more: status, filters (null = whatever),
 * place, limit. Joined to a row that is always there, so that an empty page says how old it is, too; a join without a
 * condition is a nested loop, which keeps the order.
 */
function page(sort: Sort, column: 'item' | 'json'): string {
  const { key, type, direction, after } = orders[sort];
  return `
SELECT found.*, ${meta} AS meta FROM (SELECT) AS one LEFT JOIN (
SELECT CASE WHEN c.closed THEN p.closed_${column} ELSE p.open_${column} END AS item,
       (${key})::text AS value, p.posting_id AS id
  FROM published_posting p, LATERAL (SELECT coalesce(p.closes_at <= clock_now(), false) AS closed) c
 WHERE CASE $1 WHEN 'open' THEN NOT c.closed WHEN 'closed' THEN c.closed ELSE true END
   AND ($2::text[] IS NULL OR p.team = ANY($2))
   AND ($3::text[] IS NULL OR p.job_family = ANY($3))
   AND ($4::text[] IS NULL OR p.employment_type = ANY($4))
   AND ($5::text[] IS NULL OR p.level = ANY($5))
   AND ($6::text[] IS NULL OR p.locations && $6)
   AND ($7::text[] IS NULL OR p.remote = ANY($7))
   AND ($8::text[] IS NULL OR p.tags && $8)
   AND ($9::text[] IS NULL OR p.locale = ANY($9))
   AND ($10::text IS NULL OR (${key}, p.posting_id) ${after} ($10::${type}, $11::uuid))
 ORDER BY ${key} ${direction}, p.posting_id ${direction}
 LIMIT $12 + 1) AS found ON true`;
}

const both = (sort: Sort) => ({
  item: { name: `list-${sort}`, text: page(sort, 'item') },
  json: { name: `list-whole-${sort}`, text: page(sort, 'json') },
});

export const listStatements = {
  '-publishedAt': both('-publishedAt'),
  publishedAt: both('publishedAt'),
  closesAt: both('closesAt'),
  title: both('title'),
} as const satisfies Record<Sort, object>;
