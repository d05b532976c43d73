import type { Locale } from '@gonggo/content';
import type { Change as ChangeLine } from '@gonggo/contract';
import type { EntityManager } from 'typeorm';
import { prepared } from '../../platform/database/prepared.ts';
import { newsChannel, type News } from '../../platform/invalidation/news.ts';
import type { ChangeKind } from './change.ts';
import { noteClosed, takeNoted } from '../live/touches.ts';

export interface NewChange {
  type: ChangeKind;
  postingId: string;
  slug: string;
  locale: Locale;
  version: number;
  at: Date;
  closesAt: Date | null;
}

/**
 * The counter, the line and the notice in one statement, so that others wait for no way to and fro. Values: type,
 * posting, slug, locale, version, at, closesAt · channel · the rest of the notice as JSON, after the line's number.
 */
const statement = {
  name: 'record-change',
  text: `
WITH counter AS (
  UPDATE change_counter SET seq = seq + 1, revision = revision + 1, changed_at = clock_timestamp()
   WHERE id = 1 RETURNING seq, revision
), line AS (
  INSERT INTO change (seq, type, posting_id, slug, locale, version, at, closes_at)
  SELECT seq, $1, $2, $3, $4, $5, $6, $7 FROM counter
)
SELECT seq, revision, pg_notify($8, concat('{"revision":', revision, ',"changes":[{"seq":', seq, ',', $9::text))
  FROM counter`,
};

/**
 * Appends to the change feed and tells everybody, as the last step of a transaction: from here to the commit all
 * others who change something public wait, which is what makes `seq` the order of commits, without holes.
 */
export async function recordChange(tx: EntityManager, news: News, change: NewChange): Promise<number> {
  const { type, postingId, slug, locale, version, at, closesAt } = change;
  const rest = { ...change, at: at.toISOString(), closesAt: closesAt?.toISOString() ?? null };
  if (type === 'closed' || type === 'withdrawn') noteClosed(tx, { id: postingId, locale });
  const touched = takeNoted(tx, postingId);
  const [counter] = await prepared<{ seq: string; revision: string }>(tx, statement, [
    ...[type, postingId, slug, locale, version, at, closesAt, newsChannel],
    `${JSON.stringify(rest).slice(1)}]${touched ? `,"touched":${JSON.stringify(touched)}` : ''}}`,
  ]);
  const seq = Number(counter?.seq);
  const line: ChangeLine = { seq, ...rest };
  news.announced({ revision: Number(counter?.revision), changes: [line], ...(touched && { touched }) });
  return seq;
}
