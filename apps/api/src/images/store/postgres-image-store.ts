import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { PublicDatabase } from '../../platform/database/public-database.ts';
import { type Audience, ImageStore } from './image-store.ts';
import { pieces } from './pieces.ts';

/** Small enough to be nothing in memory, large enough that most files are one. */
export const chunkBytes = 256 * 1024;

interface Chunk {
  data: Buffer;
}

/** Bytes in rows of `image_chunk`: one backup holds everything, and a transaction keeps rows and bytes together. */
@Injectable()
export class PostgresImageStore extends ImageStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly publicReads: PublicDatabase,
  ) {
    super();
  }

  override async write(tx: EntityManager, variantId: string, file: AsyncIterable<Buffer>): Promise<void> {
    let n = 0;
    for await (const data of pieces(file, chunkBytes)) {
      await tx.query('INSERT INTO image_chunk (variant_id, n, data) VALUES ($1, $2, $3)', [
        variantId,
        n++,
        data,
      ]);
    }
  }

  override async *read(variantId: string, audience: Audience): AsyncGenerator<Buffer> {
    for (let n = 0; ; n += 1) {
      // A connection is held per piece, not per download: a slow reader takes none from others.
      const chunk = await this.chunk(variantId, n, audience);
      if (!chunk) return;
      yield chunk.data;
      if (chunk.data.length < chunkBytes) return;
    }
  }

  /** The chunks go with their variant's row. */
  override async remove(): Promise<void> {
    return;
  }

  private async chunk(variantId: string, n: number, audience: Audience): Promise<Chunk | undefined> {
    if (audience === 'public') {
      const sql = 'SELECT data FROM published_image_chunk WHERE variant_id = $1 AND n = $2';
      return this.publicReads.read(
        async (pool) => (await pool.query<Chunk>(sql, [variantId, n])).rows[0],
        // Bytes never change. Only missing ones may be too new for a replica.
        (chunk) => (chunk ? Infinity : undefined),
      );
    }
    const sql = 'SELECT data FROM image_chunk WHERE variant_id = $1 AND n = $2';
    const rows: Chunk[] = await this.dataSource.query(sql, [variantId, n]);
    return rows[0];
  }
}
