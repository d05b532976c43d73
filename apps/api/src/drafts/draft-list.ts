import type { Locale } from '@gonggo/content';
import type { DraftList, DraftListItem, DraftState } from '@gonggo/contract';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../auth/actor.ts';
import { can } from '../auth/may.ts';
import { readCursor, writeCursor } from '../platform/http/cursor.ts';
import { isChanged, stateOf } from './draft.presenter.ts';
import type { PostingAuthorRow, PostingState } from './posting.ts';

export interface DraftFilter {
  state?: DraftState;
  locale?: Locale;
  mine?: boolean;
  limit: number;
  cursor?: string;
}

interface Row {
  id: string;
  locale: Locale;
  state: PostingState;
  closed: boolean;
  title: string;
  slug: string;
  team: string | null;
  version: number;
  edits: number;
  publishedEdits: number;
  closesAt: Date | null;
  closesAtZone: string;
  updatedAt: Date;
  updatedAtText: string;
  authors: PostingAuthorRow[];
  createdBy: string | null;
}

/** Drafts, newest change first, a page at a time by keyset. A live posting's state is the clock's word. */
const draftsByChange = `
SELECT p.id, p.locale, p.state, coalesce(l.closes_at <= clock_now(), false) AS closed, p.title, p.slug,
       CASE WHEN p.locale = 'en' AND t.name_en <> '' THEN t.name_en ELSE t.name_ko END AS team,
       p.version, p.edits, p.published_edits AS "publishedEdits", p.closes_at AS "closesAt",
       p.closes_at_zone AS "closesAtZone", p.updated_at AS "updatedAt", p.updated_at::text AS "updatedAtText",
       p.authors, p.created_by AS "createdBy"
  FROM posting p
  LEFT JOIN published_posting l ON l.posting_id = p.id
  LEFT JOIN term t ON t.id = p.team_id
 WHERE ($1::text IS NULL OR CASE WHEN p.state <> 'live' THEN p.state
                                 WHEN coalesce(l.closes_at <= clock_now(), false) THEN 'closed'
                                 ELSE 'open' END = $1)
   AND ($2::text IS NULL OR p.locale = $2)
   AND ($3::uuid IS NULL OR p.created_by = $3 OR p.authors @> jsonb_build_array(jsonb_build_object('accountId', $3)))
   AND ($4::timestamptz IS NULL OR (p.updated_at, p.id) < ($4, $5::uuid))
 ORDER BY p.updated_at DESC, p.id DESC
 LIMIT $6`;

export async function listDrafts(db: EntityManager, actor: Actor, filter: DraftFilter): Promise<DraftList> {
  const { state = null, locale = null, mine, limit } = filter;
  const after = filter.cursor === undefined ? null : readCursor(filter.cursor);
  if (mine && !actor.accountId) return { data: [], page: { nextCursor: null } };
  const rows: Row[] = await db.query(draftsByChange, [
    state,
    locale,
    mine ? actor.accountId : null,
    after?.at ?? null,
    after?.id ?? null,
    limit + 1,
  ]);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    data: shown.map((row) => presentItem(row, actor)),
    page: { nextCursor: last ? writeCursor({ at: last.updatedAtText, id: last.id }) : null },
  };
}

function presentItem(row: Row, actor: Actor): DraftListItem {
  const { authors, createdBy, version } = row;
  const authorIds = authors.flatMap(({ accountId }) => accountId ?? []);
  return {
    id: row.id,
    locale: row.locale,
    state: stateOf(row.state, row.closed),
    title: row.title,
    slug: row.slug,
    team: row.team,
    version,
    changed: isChanged(row),
    closesAt: row.closesAt?.toISOString() ?? null,
    closesAtZone: row.closesAtZone,
    updatedAt: row.updatedAt.toISOString(),
    author: authors[0]?.name ?? null,
    mayEdit: can(actor, 'edit', { createdBy, authorIds, everPublished: version > 0 }),
  };
}
