import { createHash } from 'node:crypto';
import type { PublishedImage } from '@gonggo/contract';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../platform/config/config.ts';
import { PublicDatabase } from '../platform/database/public-database.ts';
import { publicHeaders, publicState, tellSite, type PublicState } from '../platform/http/public-headers.ts';
import { notFound } from '../platform/problem/problem.ts';
import { presentPublished, type PublishedRow } from './image.presenter.ts';

const publishedSql = `
  SELECT i.id, i.width, i.height, i.thumbhash, i.alt, i.credit, i.credit_url, i.licence,
         (SELECT json_agg(json_build_object('width', v.width, 'height', v.height) ORDER BY v.width DESC)
            FROM published_image_variant v WHERE v.image_id = i.id AND v.format = 'webp') AS files,
         ${publicState}
    FROM change_counter LEFT JOIN published_image i ON i.id = $1`;

/** Without an id: nothing live shows it. */
type Found = PublicState & (PublishedRow | { id: null });

/** What anybody may know of images. Reads with the role that sees nothing else. */
@Injectable()
export class PublishedImages {
  constructor(
    private readonly reads: PublicDatabase,
    private readonly config: Config,
  ) {}

  /** The answer to a stranger: 404 unless something live shows the image, 304 to those who have it. */
  async answer(
    id: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<PublishedImage | undefined> {
    const row = await this.reads.read(
      async (pool) => (await pool.query<Found>(publishedSql, [id])).rows[0] as Found,
      ({ publicRevision }) => publicRevision,
    );
    if (row.id === null) {
      tellSite(request.headers, reply, this.config, row);
      throw notFound('such image');
    }
    const image = presentPublished(row);
    const etag = `"${createHash('sha256').update(JSON.stringify(image)).digest('base64url')}"`;
    const more = { etag, vary: ', Authorization, Cookie', state: row };
    return publicHeaders(request.headers, reply, this.config, more) ? undefined : image;
  }
}
