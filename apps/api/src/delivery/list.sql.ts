import type { Sort } from './sorts.ts';

/** What every reading of many postings answers beside its rows. */
export interface Meta {
  /** Seconds since 1970: the last change of anything public, or the last closing. */
  changed: number;
  /** Seconds until the next closing of any live posting; null = none is coming. */
  left: number | null;
  /** change_counter.revision. */
  revision: number;
}

export const meta = `
  (SELECT extract(epoch FROM greatest(k.changed_at,
     (SELECT max(closes_at) FROM published_posting WHERE closes_at <= clock_now()))) FROM change_counter k)::float8 AS changed,
  (SELECT extract(epoch FROM min(closes_at) - clock_now()) FROM published_posting WHERE closes_at > clock_now())::float8 AS left,
  (SELECT revision FROM change_counter)::float8 AS revision`;

export interface FoundList extends Meta {
  /** JSON of the items, commas between; null = none. */
  items: string | null;
  lastValue: string | null;
  lastId: string | null;
  more: boolean;
}

const orders: Record<Sort, { key: string; type: string; direction: 'ASC' | 'DESC'; after: '>' | '<' }> = {
  '-publishedAt': { key: 'p.first_published_at', type: 'timestamptz', direction: 'DESC', after: '<' },
  publishedAt: { key: 'p.first_published_at', type: 'timestamptz', direction: 'ASC', after: '>' },
  closesAt: { key: `coalesce(p.closes_at, 'infinity')`, type: 'timestamptz', direction: 'ASC', after: '>' },
  title: { key: 'p.title', type: 'text COLLATE "ko-KR-x-icu"', direction: 'ASC', after: '>' },
};

/** A page of live postings by keyset: status, filters (null = whatever), place to go on from, limit. */
function page(sort: Sort, column: 'item' | 'json'): string {
  const { key, type, direction, after } = orders[sort];
  return `
SELECT string_agg(item, ',' ORDER BY n) FILTER (WHERE n <= $12) AS items,
       max(key) FILTER (WHERE n = $12) AS "lastValue",
       (array_agg(posting_id) FILTER (WHERE n = $12))[1] AS "lastId",
       count(*) > $12 AS more, ${meta}
  FROM (SELECT CASE WHEN c.closed THEN p.closed_${column} ELSE p.open_${column} END AS item, p.posting_id,
               (${key})::text AS key, row_number() OVER (ORDER BY ${key} ${direction}, p.posting_id ${direction}) AS n
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
         LIMIT $12 + 1) AS page`;
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
