import type { EntityManager } from 'typeorm';

/** Whether an image is in the library. Waits for nobody; a deletion in the same moment leaves a harmless gap. */
export async function imageExists(tx: EntityManager, id: string): Promise<boolean> {
  const rows = await tx.query<unknown[]>('SELECT 1 FROM image WHERE id = $1', [id]);
  return rows.length > 0;
}
