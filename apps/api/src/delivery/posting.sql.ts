/** Columns of a form: `open_json`, `closed_json` and so on. */
type Column = 'json' | 'html' | 'markdown' | 'text' | 'jsonld';

export interface FoundPosting {
  found: 'live' | 'moved' | 'gone' | 'nothing';
  /** live: the bytes · moved: the present slug · gone: the posting's id and slug. */
  body: string;
  tag: string | null;
  /** Seconds since 1970. */
  changed: number;
  /** Seconds until it closes; null = it is closed, or has no closing. */
  left: number | null;
  /** change_counter.revision. */
  revision: number;
}

/**
 * What is at an address, in one statement: the live posting; else where it moved; else its tombstone. The later parts
 * run only when the earlier ones find nothing.
 */
const postingBySlug = (column: Column) => `
(SELECT 'live' AS found,
        CASE WHEN c.closed THEN p.closed_${column} ELSE p.open_${column} END AS body,
        CASE WHEN c.closed THEN p.closed_${column}_etag ELSE p.open_${column}_etag END AS tag,
        extract(epoch FROM CASE WHEN c.closed THEN greatest(p.rendered_at, p.closes_at) ELSE p.rendered_at END)::float8 AS changed,
        CASE WHEN NOT c.closed THEN extract(epoch FROM p.closes_at - clock_now())::float8 END AS left,
        (SELECT revision FROM change_counter)::float8 AS revision
   FROM published_posting p, LATERAL (SELECT coalesce(p.closes_at <= clock_now(), false) AS closed) c
  WHERE p.locale = $1 AND p.slug = $2)
UNION ALL
(SELECT 'moved', p.slug, NULL, extract(epoch FROM a.created_at)::float8, NULL, (SELECT revision FROM change_counter)::float8
   FROM slug_alias a JOIN published_posting p ON p.posting_id = a.posting_id
  WHERE a.locale = $1 AND a.slug = $2)
UNION ALL
(SELECT 'gone', t.posting_id || ' ' || t.slug, NULL, extract(epoch FROM t.withdrawn_at)::float8, NULL,
        (SELECT revision FROM change_counter)::float8
   FROM tombstone t
  WHERE t.locale = $1
    AND (t.slug = $2 OR t.posting_id = (SELECT posting_id FROM slug_alias WHERE locale = $1 AND slug = $2))
  ORDER BY t.withdrawn_at DESC LIMIT 1)
UNION ALL
(SELECT 'nothing', '', NULL, 0, NULL, revision::float8 FROM change_counter)
LIMIT 1`;

export const postingStatements = {
  json: { name: 'posting-json', text: postingBySlug('json') },
  html: { name: 'posting-html', text: postingBySlug('html') },
  markdown: { name: 'posting-markdown', text: postingBySlug('markdown') },
  text: { name: 'posting-text', text: postingBySlug('text') },
  jsonld: { name: 'posting-jsonld', text: postingBySlug('jsonld') },
} as const satisfies Record<Column, { name: string; text: string }>;
