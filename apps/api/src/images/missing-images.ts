import type { EntityManager } from 'typeorm';

/**
 * Of these ids, the ones that name no image. Those that do are held until the transaction ends, so that an image
 * cannot be deleted while a draft that shows it is being saved.
 */
export async function missingImages(tx: EntityManager, ids: Iterable<string>): Promise<string[]> {
  const wanted = [...new Set(ids)];
  if (!wanted.length) return [];
  const rows: { id: string }[] = await tx.query(
    `SELECT id FROM image WHERE id = ANY($1::uuid[]) ORDER BY id FOR KEY SHARE`,
    [wanted],
  );
  const found = new Set(rows.map(({ id }) => id));
  return wanted.filter((id) => !found.has(id));
}
