import { randomUUID } from 'node:crypto';
import { romanise } from '@gonggo/content';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.ts';
import { newAuditEvent } from '../../platform/audit/audit.ts';
import { prepared } from '../../platform/database/prepared.ts';
import type { Posting } from '../../drafts/posting.ts';
import { wordsSql } from '../../images/publish-words.ts';
import { freezeText, shapeVersion, type FrozenPosting } from './frozen.ts';

/**
 * What a publish leaves besides the live row: the publication, the public words of its images (locked in the order of
 * their ids), where the draft stands, no tombstone, and the addresses that lead to it. What is live under an address always
 * comes before an alias.
 * Values: the publication's eight · images · locale, slug · former slugs, the slug in Latin letters (null = none) · the
 * security log's five.
 */
const statement = {
  name: 'publish-keep',
  text: `
WITH newer AS MATERIALIZED (
  SELECT id FROM image i WHERE id = ANY($9::uuid[]) AND published_words IS DISTINCT FROM ${wordsSql}
   ORDER BY id FOR NO KEY UPDATE
), worded AS (
  UPDATE image i SET published_words = ${wordsSql} FROM newer WHERE i.id = newer.id
), kept AS (
  INSERT INTO publication (id, posting_id, version, document, shape_version, hash, title, published_at, published_by)
  VALUES ($1, $2, $3, $4, ${shapeVersion}, $5, $6, $7, $8)
), stood AS (
  UPDATE posting SET version = $3, state = 'live', published_edits = edits WHERE id = $2
), raised AS (
  DELETE FROM tombstone WHERE posting_id = $2
), audited AS (
  INSERT INTO audit_event (id, actor_id, actor_name, action, subject_kind, subject_id, detail)
  VALUES ($14, $15, $8, $16, $17, $2, $18)
), taken AS (
  DELETE FROM slug_alias WHERE locale = $10 AND slug = $11
), moved AS (
  INSERT INTO slug_alias (locale, slug, posting_id) SELECT $10, former, $2 FROM unnest($12::text[]) AS former
  ON CONFLICT (locale, slug) DO UPDATE SET posting_id = excluded.posting_id
)
INSERT INTO slug_alias (locale, slug, posting_id) SELECT $10, $13, $2 WHERE $13::text IS NOT NULL ON CONFLICT DO NOTHING`,
};

export async function keepPublished(
  tx: EntityManager,
  posting: Posting,
  frozen: FrozenPosting,
  more: { by: Actor; now: Date; imageIds: string[]; slugsBefore: (string | null | undefined)[] },
): Promise<void> {
  const { id, version, title, locale, slug } = frozen.posting;
  const { document, hash } = freezeText(frozen);
  const event = newAuditEvent(tx, more.by, 'posting.published', { kind: 'posting', id }, { version });
  const former = more.slugsBefore.filter((one) => typeof one === 'string' && one !== slug);
  const roman = romanise(slug);
  await prepared(tx, statement, [
    ...[randomUUID(), id, version, document, hash, title, more.now, more.by.name],
    ...[more.imageIds, locale, slug],
    [...new Set(former)],
    roman === slug || former.includes(roman) ? null : roman,
    ...[event.id, event.actorId, event.action, event.subjectKind, JSON.stringify(event.detail)],
  ]);
  Object.assign(posting, { version, state: 'live', publishedEdits: posting.edits });
}
