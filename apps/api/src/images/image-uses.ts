import type { ImageUse } from '@gonggo/contract';
import type { EntityManager } from 'typeorm';

/** Where an image is, one row per place. `image_ids_in` is the schema's: every image id inside a document. */
const usesSql = `
  WITH draft AS (
    SELECT unnest(image_ids_in(content)) AS image_id, posting_id FROM section WHERE image_ids_in(content) && $1::text[]
    UNION
    SELECT unnest(array_append(image_ids_in(authors), cover_image_id::text)), id FROM posting
     WHERE array_append(image_ids_in(authors), cover_image_id::text) && $1::text[]
  ), publication_use AS (
    SELECT DISTINCT unnest(image_ids_in(document::jsonb)) AS image_id, posting_id FROM publication
     WHERE image_ids_in(document::jsonb) && $1::text[]
  ), used AS (
    SELECT image_id, posting_id, posting.title, 1 AS place, 'draft' AS "where"
      FROM draft JOIN posting ON posting.id = posting_id
    UNION ALL
    SELECT unnest(image_ids)::text, posting_id, title, 2, 'live' FROM published_posting WHERE image_ids && $1::text[]::uuid[]
    UNION ALL
    SELECT image_id, posting_id, coalesce(posting.title, ''), 3, 'publication'
      FROM publication_use LEFT JOIN posting ON posting.id = posting_id
    UNION ALL
    SELECT avatar::text, NULL, name, 4, 'account' FROM account WHERE avatar = ANY($1::text[]::uuid[])
    UNION ALL
    SELECT image_id::text, NULL, site_name, 5, 'settings'
      FROM setting, unnest(ARRAY[logo, home_image]) AS image_id
  )
  SELECT image_id AS "imageId", posting_id AS "postingId", title, "where" FROM used
   WHERE image_id = ANY($1::text[]) ORDER BY place, title, posting_id LIMIT $2`;

interface Row extends ImageUse {
  imageId: string;
}

/** Everything that uses an image: drafts first, then live postings, old publications, accounts, the site. */
export async function usesOf(db: EntityManager, imageId: string, limit = 1000): Promise<ImageUse[]> {
  const rows: Row[] = await db.query(usesSql, [[imageId], limit]);
  return rows.map(({ postingId, title, where }) => ({ postingId, title, where }));
}

/** How many postings use each image, as a draft or live. Images without a use are left out. */
export async function countUses(db: EntityManager, imageIds: string[]): Promise<Map<string, number>> {
  if (!imageIds.length) return new Map();
  const rows: Row[] = await db.query(usesSql, [imageIds, 100_000]);
  const postings = new Map<string, Set<string>>();
  for (const { imageId, postingId, where } of rows) {
    if (!postingId || where === 'publication') continue;
    postings.set(imageId, (postings.get(imageId) ?? new Set()).add(postingId));
  }
  return new Map([...postings].map(([imageId, ids]) => [imageId, ids.size]));
}
