import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../auth/actor.ts';
import { may } from '../auth/may.ts';
import { Transactions } from '../platform/database/transactions.ts';
import { enqueue } from '../platform/jobs/enqueue.ts';
import { Problem } from '../platform/problem/problem.ts';
import { UnusableFile } from './encoding/encoder.ts';
import { Encoders } from './encoding/encoders.ts';
import type { EncodedFile, EncodedUpload, UnusableReason } from './encoding/messages.ts';
import { ImageVariant } from './image-variant.ts';
import { Image } from './image.ts';
import { noRoom } from './spool.ts';
import { ImageStore } from './store/image-store.ts';
import type { Upload } from './upload.ts';

export interface Kept {
  image: Image;
  /** false = the same file was in the library already. */
  created: boolean;
}

/** From a file on disk to an image in the library, or a refusal that says what is wrong with the file. */
@Injectable()
export class UploadsService {
  constructor(
    private readonly db: Transactions,
    private readonly encoders: Encoders,
    private readonly store: ImageStore,
  ) {}

  /**
   * Encodes outside any transaction; `keep` then writes. A file that is known by its hash costs neither, and its words
   * stay as they are.
   */
  async prepare(actor: Actor, upload: Upload): Promise<(tx: EntityManager) => Promise<Kept>> {
    may(actor, 'create');
    const known = await this.db.manager.findOneBy(Image, { hash: upload.hash });
    const encoded = known ? null : await this.encode(upload);
    return (tx) => this.keep(tx, actor, upload, encoded);
  }

  /** Adds files of an image: rows here, bytes in the store. Files that are there already are left alone. */
  async addFiles(tx: EntityManager, imageId: string, folder: string, files: EncodedFile[]): Promise<void> {
    for (const { name, format, width, height } of files) {
      // The name comes from a process that read hostile bytes: it must not lead out of its folder.
      const path = join(folder, basename(name));
      const { size: bytes } = await stat(path);
      const variant = { id: randomUUID(), imageId, width, height, format, bytes, etag: await hashOf(path) };
      const insert = tx.createQueryBuilder().insert().into(ImageVariant).values(variant).orIgnore();
      const { raw } = (await insert.returning('id').execute()) as { raw: unknown[] };
      if (raw.length) await this.store.write(tx, variant.id, createReadStream(path) as AsyncIterable<Buffer>);
    }
  }

  private async encode(upload: Upload): Promise<EncodedUpload> {
    try {
      const { file, folder, type } = upload;
      return await this.encoders.uploads.run<EncodedUpload>({ kind: 'upload', file, folder, type });
    } catch (error) {
      throw error instanceof UnusableFile ? refusals[error.reason]() : error;
    }
  }

  private async keep(
    tx: EntityManager,
    actor: Actor,
    upload: Upload,
    encoded: EncodedUpload | null,
  ): Promise<Kept> {
    if (encoded) {
      const { width, height, graphic, thumbhash, files } = encoded;
      const { name, bytes, hash, type, words } = upload;
      const { alt = '', credit = '', creditUrl = '', licence = 'unknown' } = words;
      const row = {
        id: randomUUID(),
        name,
        bytes,
        hash,
        type,
        width,
        height,
        graphic,
        thumbhash,
        alt,
        credit,
        creditUrl,
        licence,
      };
      const insert = tx
        .createQueryBuilder()
        .insert()
        .into(Image)
        .values({ ...row, createdBy: actor.accountId });
      // Whoever uploads the same file in the same moment waits here, and then gets the first one's image.
      const { raw } = (await insert.orIgnore().returning('id').execute()) as { raw: unknown[] };
      if (raw.length) {
        await this.addFiles(tx, row.id, upload.folder, files);
        await enqueue(tx, {
          kind: 'make-avif',
          payload: { imageId: row.id },
          uniqueKey: `make-avif:${row.id}`,
          maxAttempts: 5,
        });
        return { image: await tx.findOneByOrFail(Image, { id: row.id }), created: true };
      }
    }
    const image = await tx.findOneBy(Image, { hash: upload.hash });
    if (!image)
      throw new Problem(409, 'conflict', 'The same image was deleted in this moment. Upload it again.');
    return { image, created: false };
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const data of createReadStream(path)) hash.update(data as Buffer);
  return hash.digest('hex');
}

const refusals: Record<UnusableReason, () => Problem> = {
  'no-room': noRoom,
  unreadable: () =>
    new Problem(
      415,
      'unsupported-media-type',
      'The image is damaged or cut off. Save it again as JPEG or PNG.',
    ),
  'too-many-pixels': () =>
    new Problem(
      413,
      'too-large',
      'An image may have 40 megapixels and 16,000 pixels a side at most. Scale it down.',
    ),
  'gave-up': () =>
    new Problem(
      415,
      'unsupported-media-type',
      'The image could not be decoded in reasonable time. Save it again as JPEG or PNG.',
    ),
};
