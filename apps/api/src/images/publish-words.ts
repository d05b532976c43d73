import type { EntityManager } from 'typeorm';

/** An image's words as they are in the library now; `i` is the image. */
export const wordsSql = `jsonb_build_object('alt', i.alt, 'credit', i.credit, 'creditUrl', i.credit_url, 'licence', i.licence)`;

/** A column: whether publishing would make other words public than those that are. */
export const newWordsSql = `published_words IS DISTINCT FROM ${wordsSql} AS "newWords"`;

/**
 * Makes the words of images public, as the library has them now: with the publishing of what shows them. Images are
 * locked in the order of their ids.
 */
export async function publishWords(tx: EntityManager, imageIds: string[]): Promise<void> {
  if (!imageIds.length) return;
  await tx.query(
    `UPDATE image i SET published_words = ${wordsSql}
       FROM (SELECT id FROM image i WHERE id = ANY($1::uuid[]) AND published_words IS DISTINCT FROM ${wordsSql}
              ORDER BY id FOR NO KEY UPDATE) AS newer
      WHERE i.id = newer.id`,
    [imageIds],
  );
}
