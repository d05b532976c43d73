import type { EntityManager } from 'typeorm';

/** Who asks for bytes: the public gets what a live posting shows, whatever the caller believes. */
export type Audience = 'public' | 'staff';

/** Where the bytes of image files are. Rows say what there is; a store only keeps and hands out. */
export abstract class ImageStore {
  /** Keeps a file for a variant whose row is written; as a whole once `tx` commits, else not at all. */
  abstract write(tx: EntityManager, variantId: string, file: AsyncIterable<Buffer>): Promise<void>;

  /** Hands out a file piece by piece, as fast as it is taken. Ends early when the file goes away meanwhile. */
  abstract read(variantId: string, audience: Audience): AsyncIterable<Buffer>;

  /** Forgets files whose rows are deleted in the same transaction. */
  abstract remove(tx: EntityManager, variantIds: string[]): Promise<void>;
}
