import type { Locale } from '@gonggo/content';
import type { Change, ChangeType } from '@gonggo/contract';
import { meta } from './list.sql.ts';

export interface FoundChange {
  /** null = there is no line; then the rest is, too. */
  seq: string | null;
  type: ChangeType;
  postingId: string;
  slug: string;
  locale: Locale;
  version: number;
  at: Date;
  closesAt: Date | null;
  /** Seconds since 1970. */
  changed: number;
  revision: number;
}

export const changesStatement = {
  name: 'changes',
  text: `
SELECT c.seq, c.type, c.posting_id AS "postingId", c.slug, c.locale, c.version, c.at, c.closes_at AS "closesAt",
       extract(epoch FROM k.changed_at)::float8 AS changed, k.revision::float8 AS revision
  FROM change_counter k
  LEFT JOIN LATERAL (SELECT * FROM change WHERE seq > $1 ORDER BY seq LIMIT $2) c ON true
 ORDER BY c.seq`,
} as const;

export const presentChanges = (rows: FoundChange[]): Change[] =>
  rows
    .filter(({ seq }) => seq !== null)
    .map(({ seq, type, postingId, slug, locale, version, at, closesAt }) => ({
      seq: Number(seq),
      type,
      postingId,
      slug,
      locale,
      version,
      at: at.toISOString(),
      closesAt: closesAt?.toISOString() ?? null,
    }));

export interface FoundFacets {
  meta: string;
  /** JSON: facet → values, most frequent first. */
  facets: Record<string, { value: string; name: string; count: number }[]> | null;
}

/**
 * Open postings by facet and value, from the kept counts; those between their closing and the moment at which the feed
 * tells of it are taken off (and put on again if the clock is set back). Without a language, names are Korean where
 * there is a Korean posting; of several names the youngest is shown.
 */
export const facetsStatement = {
  name: 'facets',
  text: `
WITH turned AS (
  SELECT locale, facets, CASE WHEN closing_told THEN 1 ELSE -1 END AS n FROM published_posting
   WHERE (NOT closing_told AND closes_at <= clock_now()) OR (closing_told AND closes_at > clock_now())
), named AS (
  SELECT locale, facet, value, name, sum(n) AS postings, max(named_at) AS named_at FROM (
    SELECT locale, facet, value, name, postings AS n, named_at FROM facet_count
    UNION ALL
    SELECT t.locale, f.facet, f.value, f.name, t.n, NULL
      FROM turned t, jsonb_to_recordset(t.facets) AS f(facet text, value text, name text)) AS counts
   WHERE $1::text IS NULL OR locale = $1
   GROUP BY locale, facet, value, name HAVING sum(n) > 0
), counted AS (
  SELECT facet, value, sum(postings)::int AS count,
         (array_agg(name ORDER BY locale DESC, named_at DESC NULLS LAST, name))[1] AS name
    FROM named GROUP BY facet, value
)
SELECT (SELECT json_object_agg(facet, entries)
          FROM (SELECT facet, json_agg(json_build_object('value', value, 'name', name, 'count', count)
                                       ORDER BY count DESC, name, value) AS entries
                  FROM counted GROUP BY facet) AS grouped) AS facets, ${meta} AS meta`,
} as const;
