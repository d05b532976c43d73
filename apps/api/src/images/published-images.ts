import { createHash } from 'node:crypto';
import type { PublishedImage } from '@gonggo/contract';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import { READ_POOL } from '../database/read-pool.ts';
import { notFound } from '../problem/problem.ts';
import { isKnown } from './conditional.ts';
import { presentPublished, type PublishedRow } from './image.presenter.ts';

const publishedSql = `
  SELECT i.id, i.width, i.height, i.thumbhash, i.alt, i.credit, i.credit_url, i.licence,
         (SELECT json_agg(json_build_object('width', v.width, 'height', v.height) ORDER BY v.width DESC)
            FROM published_image_variant v WHERE v.image_id = i.id AND v.format = 'webp') AS files
    FROM published_image i WHERE i.id = $1`;

/** What anybody may know of images. Reads with the role that sees nothing else. */
@Injectable()
export class PublishedImages {
  constructor(@Inject(READ_POOL) private readonly reads: pg.Pool) {}

  /** The answer to a stranger: 404 unless something live shows the image, 304 to those who have it. */
  async answer(
    id: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<PublishedImage | undefined> {
    const { rows } = await this.reads.query<PublishedRow>(publishedSql, [id]);
    const [row] = rows;
    if (!row) throw notFound('such image');
    const image = presentPublished(row);
    const etag = `"${createHash('sha256').update(JSON.stringify(image)).digest('base64url')}"`;
    void reply.headers({
      etag,
      'cache-control': 'public, no-cache',
      vary: 'Accept, Accept-Encoding, Authorization, Cookie',
      'access-control-allow-origin': '*',
    });
    if (!isKnown(request.headers['if-none-match'], etag)) return image;
    void reply.code(304);
    return undefined;
  }
}
