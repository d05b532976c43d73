import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions.ts';
import { JobRunner } from '../platform/jobs/job-runner.ts';
import { Encoders } from './encoding/encoders.ts';
import type { EncodedFile } from './encoding/messages.ts';
import { ImageVariant } from './image-variant.ts';
import { Image } from './image.ts';
import { Spool } from './spool.ts';
import { ImageStore } from './store/image-store.ts';
import { UploadsService } from './uploads.service.ts';

/**
 * The job that adds AVIF files to an image: smaller than WebP, but seconds of work, so never while somebody waits. Also
 * the JPEG of an image that older releases took, which made none.
 */
@Injectable()
export class MakeAvif implements OnModuleInit {
  constructor(
    private readonly db: Transactions,
    private readonly jobs: JobRunner,
    private readonly encoders: Encoders,
    private readonly spool: Spool,
    private readonly store: ImageStore,
    private readonly uploads: UploadsService,
  ) {}

  onModuleInit(): void {
    // By a name of its own for images without a JPEG: a release that made none would take the job and do nothing.
    for (const kind of ['make-avif', 'make-jpeg'])
      this.jobs.handle(kind, ({ imageId }) => this.make(String(imageId)), { concurrency: 1 });
  }

  /** Makes what is missing; an image deleted meanwhile is nothing to do. */
  async make(imageId: string): Promise<void> {
    const db = this.db.manager;
    const image = await db.findOneBy(Image, { id: imageId });
    const files = await db.findBy(ImageVariant, { imageId });
    const original = files.find(({ format }) => format === 'original');
    const done = new Set(files.filter(({ format }) => format === 'avif').map(({ width }) => width));
    const widths = files.flatMap(({ format, width }) =>
      format === 'webp' && !done.has(width) ? [width] : [],
    );
    const withJpeg = !files.some(({ format }) => format === 'jpeg');
    if (!image || !original || !(widths.length || withJpeg)) return;

    await this.spool.inFolder('avif', async (folder) => {
      const file = join(folder, 'original');
      await pipeline(this.store.read(original.id, 'staff'), createWriteStream(file));
      const task = { kind: 'avif' as const, file, folder, widths, withJpeg, graphic: image.graphic };
      const made = await this.encoders.later.run<EncodedFile[]>(task);
      await this.db.run(async (tx) => {
        const still = await tx.query<unknown[]>('SELECT 1 FROM image WHERE id = $1 FOR KEY SHARE', [imageId]);
        if (still.length) await this.uploads.addFiles(tx, imageId, folder, made);
      });
    });
  }
}
