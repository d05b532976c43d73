import { Readable } from 'node:stream';
import { isUnchanged } from '@gonggo/reply-store';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { can } from '../auth/may.ts';
import { readableByAll } from '../platform/http/cross-origin.ts';
import { PublicDatabase } from '../platform/database/public-database.ts';
import { notFound } from '../platform/problem/problem.ts';
import type { VariantFormat } from './image-variant.ts';
import { type Audience, ImageStore } from './store/image-store.ts';

interface File {
  id: string;
  format: VariantFormat;
  bytes: number;
  etag: string;
}

/** Without an id: nothing live shows it. */
type Found = (File | { id: null }) & { revision: number };

/** Exactly that width; the WebP where another one is still being made. */
const fileSql = (table: 'image_variant' | 'published_image_variant') => `
  SELECT id, format, bytes, etag FROM ${table}
   WHERE image_id = $1 AND width = $2 AND format IN ($3, 'webp')
   ORDER BY format = $3 DESC LIMIT 1`;
const publicSql = `
  SELECT file.*, change_counter.revision::float8 AS revision
    FROM change_counter LEFT JOIN (${fileSql('published_image_variant')}) AS file ON true`;
const staffSql = fileSql('image_variant');

/**
 * Bytes never change under an address, so browsers keep them for good. Shared caches ask again after a second: what is
 * withdrawn is gone from them as well.
 */
const forGood = 'public, max-age=31536000, s-maxage=1, immutable';

/** Answers `/media/{imageId}/{width}.{webp|avif|jpeg}`. */
@Injectable()
export class Media {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reads: PublicDatabase,
    private readonly store: ImageStore,
  ) {}

  /** To everybody what something live shows; the rest only to those who may read drafts, and never kept. */
  async answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const wanted = wantedFile(request.params as { imageId: string; file: string });
    const found = await this.reads.read(
      async (pool) => (await pool.query<Found>(publicSql, wanted)).rows[0],
      (row) => row?.revision,
    );
    const shown = found && found.id !== null ? found : undefined;
    const mayRead = request.actor && can(request.actor, 'read');
    const [kept] = shown || !mayRead ? [] : await this.dataSource.query<File[]>(staffSql, wanted);
    const file = shown ?? kept;
    if (!file) throw notFound('such file');

    const etag = `"${file.etag}"`;
    const substitute = file.format !== wanted[2];
    void reply.headers({
      etag,
      'cache-control': shown ? (substitute ? 'public, no-cache' : forGood) : 'private, no-store',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
      ...(shown ? readableByAll : {}),
    });
    if (isUnchanged(request.headers, etag, null)) return reply.code(304).send();
    void reply.headers({ 'content-type': `image/${file.format}`, 'content-length': file.bytes });
    // Fastify's own HEAD would take the length of what is sent here.
    if (request.method === 'HEAD') return reply.send(Readable.from([]));
    return reply.send(await this.bytes(file, shown ? 'public' : 'staff'));
  }

  /** Begins before it answers, so that a store out of reach is a clear refusal and not half a picture. */
  private async bytes({ id, bytes }: File, audience: Audience): Promise<Readable> {
    const pieces = this.store.read(id, audience)[Symbol.asyncIterator]();
    const first = await pieces.next();
    if (first.done) throw notFound('such file');
    const all = async function* () {
      let left = bytes - first.value.length;
      yield first.value;
      for await (const piece of { [Symbol.asyncIterator]: () => pieces }) {
        left -= piece.length;
        yield piece;
      }
      // Its length is announced: without an end by force the caller would wait for the rest.
      if (left !== 0) throw new Error('The picture was withdrawn while it was sent.');
    };
    return Readable.from(all(), { objectMode: false });
  }
}

function wantedFile({ imageId, file }: { imageId: string; file: string }): [string, number, string] {
  const parts = /^([1-9]\d{0,4})\.(webp|avif|jpeg)$/.exec(file);
  const [, width = '', format = ''] = parts ?? [];
  if (!parts || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(imageId)) throw notFound('such file');
  return [imageId, Number(width), format];
}
