import { meta } from './list.sql.ts';

/** One row a posting; one row with nulls where nothing else is open; none where the slug is no live posting's. */
export interface FoundRelated {
  /** JSON. */
  item: string | null;
  /** Seconds until it closes; null = never. */
  left: number | null;
  meta: string;
}

/** How many are shown. */
const shown = 4;

/**
 * The newest `count` of what is open in the language, narrowed by an index. Ids are compared in scalar subqueries:
 * with a join the order of the index would be lost.
 */
const newest = (narrowed: string, count: number) => `
  (SELECT p.posting_id, p.first_published_at, p.team, p.job_family FROM published_posting p
    WHERE p.locale = $1 ${narrowed} AND (p.closes_at IS NULL OR p.closes_at > clock_now())
    ORDER BY p.first_published_at DESC, p.posting_id DESC LIMIT ${count})`;

/**
 * What else is open, those of the same team first, then those of the same job family, newest first. Of the team one
 * more than shown is enough, since the posting itself may be among them. Of each wider circle twice as many: what the
 * narrower ones have of it is fewer than are shown, or else it does not matter.
 */
export const relatedStatement = {
  name: 'related',
  text: `
WITH self AS MATERIALIZED (SELECT posting_id, team, job_family FROM published_posting WHERE locale = $1 AND slug = $2),
near AS (${newest('AND p.team = (SELECT team FROM self)', shown + 1)}
  UNION ${newest('AND p.job_family = (SELECT job_family FROM self)', 2 * shown)}
  UNION ${newest('', 2 * shown)}),
best AS (
  SELECT n.posting_id, n.first_published_at,
         CASE WHEN n.team = self.team THEN 2 WHEN n.job_family = self.job_family THEN 1 ELSE 0 END AS closeness
    FROM near n, self WHERE n.posting_id <> self.posting_id
   ORDER BY closeness DESC, n.first_published_at DESC, n.posting_id DESC LIMIT ${shown})
SELECT p.open_item AS item, date_part('epoch', p.closes_at - clock_now()) AS left, ${meta} AS meta
  FROM self LEFT JOIN best b ON true LEFT JOIN published_posting p ON p.posting_id = b.posting_id
 ORDER BY b.closeness DESC, b.first_published_at DESC, b.posting_id DESC`,
} as const;
