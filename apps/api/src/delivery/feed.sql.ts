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

/** Open postings by facet and value. Without a language, names are Korean where there is a Korean posting. */
export const facetsStatement = {
  name: 'facets',
  text: `
SELECT (SELECT json_object_agg(facet, entries)
          FROM (SELECT facet, json_agg(json_build_object('value', value, 'name', name, 'count', count)
                                       ORDER BY count DESC, name, value) AS entries
                  FROM (SELECT f.facet, f.value, count(*)::int AS count,
                               (array_agg(f.name ORDER BY p.locale DESC, p.first_published_at DESC))[1] AS name
                          FROM published_posting p,
                               jsonb_to_recordset(p.facets) AS f(facet text, value text, name text)
                         WHERE (p.closes_at IS NULL OR p.closes_at > clock_now()) AND ($1::text IS NULL OR p.locale = $1)
                         GROUP BY f.facet, f.value) AS counted
                 GROUP BY facet) AS grouped) AS facets, ${meta} AS meta`,
} as const;
