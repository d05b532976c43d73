import type { PostingAuthorRow } from './posting.ts';
import type { SectionKind } from '@gonggo/content';
import type { Section } from './section.ts';

/** What decides whether somebody may save a section, and what may stand in it. */
export interface BeforeSave {
  createdBy: string | null;
  authors: PostingAuthorRow[];
  version: number;
  /** null = there is no such section in this draft. */
  kind: SectionKind | null;
  revision: number | null;
}

/** Values: draft, section. No row = there is no such draft. */
export const beforeSave = {
  name: 'section-before-save',
  text: `
SELECT p.created_by AS "createdBy", p.authors, p.version, s.kind, s.revision
  FROM posting p LEFT JOIN section s ON s.posting_id = p.id AND s.id = $2 WHERE p.id = $1`,
};

export type SavedSection = Pick<
  Section,
  'id' | 'kind' | 'heading' | 'content' | 'revision' | 'updatedAt' | 'updatedBy'
>;

/**
 * A save as one statement, which is its own transaction: the draft is locked first, as for every change of it, then the
 * pictures are held (`missingImages`), and only then is the section written. No row = it is not written, because the
 * revision is an older one, a picture is gone, or the posting would hold too much; the locked row's size counts, so that
 * two at once can't both use the last of the room (the trigger `section_measured_again` keeps it).
 * Values: draft, section, revision, heading and content (null = as it is), by whom, its images, most bytes of all sections.
 */
export const saveStatement = {
  name: 'section-save',
  text: `
WITH draft AS MATERIALIZED (
  SELECT id, content_bytes FROM posting WHERE id = $1 FOR NO KEY UPDATE
), held AS MATERIALIZED (
  SELECT image.id FROM draft, image WHERE image.id = ANY($7::uuid[]) ORDER BY image.id FOR KEY SHARE OF image
), saved AS (
  UPDATE section s
     SET heading = coalesce($4, s.heading), content = coalesce($5::jsonb, s.content), revision = s.revision + 1,
         updated_at = clock_timestamp(), updated_by = $6
    FROM draft
   WHERE s.id = $2 AND s.posting_id = draft.id AND s.revision = $3
     AND (SELECT count(*) FROM held) = cardinality($7::uuid[])
     AND ($5::jsonb IS NULL
          OR draft.content_bytes - octet_length(s.content::text) + octet_length(($5::jsonb)::text) <= $8
          OR octet_length(($5::jsonb)::text) <= octet_length(s.content::text))
  RETURNING s.id, s.kind, s.heading, s.content, s.revision, s.updated_at AS "updatedAt", s.updated_by AS "updatedBy"
), counted AS (
  UPDATE posting SET edits = edits + 1, updated_at = clock_timestamp() FROM saved WHERE posting.id = $1
)
SELECT * FROM saved`,
};
