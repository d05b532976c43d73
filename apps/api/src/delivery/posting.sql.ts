/** Columns of a form: `open_json`, `closed_json` and so on. */
export type PostingColumn = 'json' | 'html' | 'markdown' | 'text' | 'jsonld';

export interface FoundPosting {
  found: 'live' | 'moved' | 'gone' | 'nothing';
  /** live: the bytes · moved: the present slug · gone: the posting's id and slug. */
  body: string;
  tag: string | null;
  /** Seconds since 1970. */
  changed: number;
  /** Seconds until it closes; null = it is closed, or has no closing. */
  left: number | null;
  /** change_counter.revision, of the same moment as everything else. */
  revision: number;
}

const revision = '(SELECT revision FROM change_counter)::float8 AS revision';

const live = (column: PostingColumn) => `
SELECT 'live' AS found,
       CASE WHEN c.closed THEN p.closed_${column} ELSE p.open_${column} END AS body,
       CASE WHEN c.closed THEN p.closed_${column}_etag ELSE p.open_${column}_etag END AS tag,
       date_part('epoch', CASE WHEN c.closed THEN greatest(p.rendered_at, p.closes_at) ELSE p.rendered_at END) AS changed,
       CASE WHEN NOT c.closed THEN date_part('epoch', p.closes_at - clock_now()) END AS left, ${revision}
  FROM published_posting p, LATERAL (SELECT coalesce(p.closes_at <= clock_now(), false) AS closed) c
 WHERE p.locale = $1 AND p.slug = $2`;

const statement = (column: PostingColumn) => ({ name: `posting-${column}`, text: live(column) });

/** What is live under a slug, and how old that is: the one statement of a reading that finds something. */
export const postingStatements = {
  json: statement('json'),
  html: statement('html'),
  markdown: statement('markdown'),
  text: statement('text'),
  jsonld: statement('jsonld'),
} as const satisfies Record<PostingColumn, object>;

/**
 * For a slug under which nothing is live: where it moved, or its tombstone, or that there is nothing. Looks for a live
 * one again, since one may have come in between.
 */
export const elsewhereStatement = {
  name: 'posting-elsewhere',
  text: `
(SELECT 'live' AS found, '' AS body, NULL AS tag, 0::float8 AS changed, NULL::float8 AS left, ${revision}
   FROM published_posting p WHERE p.locale = $1 AND p.slug = $2)
UNION ALL
(SELECT 'moved', p.slug, NULL, extract(epoch FROM a.created_at)::float8, NULL, ${revision}
   FROM slug_alias a JOIN published_posting p ON p.posting_id = a.posting_id
  WHERE a.locale = $1 AND a.slug = $2)
UNION ALL
(SELECT 'gone', t.posting_id || ' ' || t.slug, NULL, extract(epoch FROM t.withdrawn_at)::float8, NULL, ${revision}
   FROM tombstone t
  WHERE t.locale = $1
    AND (t.slug = $2 OR t.posting_id = (SELECT posting_id FROM slug_alias WHERE locale = $1 AND slug = $2))
  ORDER BY t.withdrawn_at DESC LIMIT 1)
UNION ALL
(SELECT 'nothing', '', NULL, 0, NULL, ${revision})
LIMIT 1`,
} as const;
