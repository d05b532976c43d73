import { ChangeImage, Image, ImageList, ImageUseList, PublishedImage } from '@gonggo/contract';
import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiExtraModels,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, By, MaybeBy, Needs } from '../auth/actor.ts';
import { may } from '../auth/may.ts';
import { Transactions } from '../platform/database/transactions.ts';
import { Knows, Multipart, Queried } from '../platform/http/access.ts';
import { IdParam } from '../platform/http/id.ts';
import { IfMatch } from '../platform/http/if-match.ts';
import { tagged } from '../platform/http/tagged.ts';
import { hashOfBody, Idempotency } from '../platform/idempotency/idempotency.ts';
import { sendAgain } from '../platform/idempotency/idempotency.interceptor.ts';
import { presentImage } from './image.presenter.ts';
import { ImagesQuery } from './images.query.ts';
import { ImagesService } from './images.service.ts';
import { PublishedImages } from './published-images.ts';
import { Spool } from './spool.ts';
import { uploadSchema } from './upload-schema.ts';
import { type Upload, withUpload } from './upload.ts';
import { UploadsService } from './uploads.service.ts';

const path = '/api/v1/images';

function keyIn({ headers }: FastifyRequest): string | undefined {
  const key = headers['idempotency-key'];
  return typeof key === 'string' ? key : undefined;
}

@ApiTags('Images')
@ApiExtraModels(PublishedImage)
@Controller('images')
export class ImagesController {
  constructor(
    private readonly db: Transactions,
    private readonly idempotency: Idempotency,
    private readonly images: ImagesService,
    private readonly published: PublishedImages,
    private readonly spool: Spool,
    private readonly uploads: UploadsService,
  ) {}

  @Post()
  @Needs('images:write')
  @Multipart()
  @ApiOperation({
    summary: 'Upload an image',
    description:
      'JPEG, PNG, WebP or GIF (its first frame), 20 MB and 40 megapixels at most. The same file answers 200.',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: uploadSchema })
  @ApiCreatedResponse({ type: Image })
  @ApiOkResponse({
    type: Image,
    description: 'This file is in the library already, with the words it has there',
  })
  upload(
    @By() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    may(actor, 'create');
    const key = keyIn(request);
    return withUpload(this.spool, request, (upload) => this.take(actor, upload, reply, key));
  }

  @Get('library')
  @Needs('drafts:read')
  @Queried()
  @ApiOperation({ summary: 'All images, newest first' })
  @ApiOkResponse({ type: ImageList })
  library(@By() actor: Actor, @Query() { limit = 40, cursor }: ImagesQuery): Promise<ImageList> {
    return this.images.library(actor, limit, cursor);
  }

  @Get(':id')
  @Knows()
  @Needs('drafts:read')
  @ApiOperation({
    summary: 'An image',
    description:
      'To everybody while a live posting or the site shows it; to those who read drafts always, and in full.',
  })
  @ApiOkResponse({
    schema: { anyOf: [{ $ref: getSchemaPath(Image) }, { $ref: getSchemaPath(PublishedImage) }] },
  })
  async get(
    @MaybeBy() actor: Actor | null,
    @IdParam() id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Image | PublishedImage | undefined> {
    if (actor) return tagged(reply, await this.images.get(actor, id));
    return this.published.answer(id, request, reply);
  }

  @Patch(':id')
  @Needs('images:write')
  @ApiOperation({ summary: 'Change the usual words of an image; what is left out stays' })
  @ApiOkResponse({ type: Image })
  async change(
    @By() actor: Actor,
    @IdParam() id: string,
    @IfMatch() revision: number,
    @Body() change: ChangeImage,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Image> {
    return tagged(reply, await this.images.change(actor, id, revision, change));
  }

  @Delete(':id')
  @Needs('images:write')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete an image that nothing uses' })
  @ApiNoContentResponse()
  remove(@By() actor: Actor, @IdParam() id: string, @IfMatch() revision: number): Promise<void> {
    return this.images.remove(actor, id, revision);
  }

  @Get(':id/uses')
  @Needs('drafts:read')
  @ApiOperation({ summary: 'Where an image is used' })
  @ApiOkResponse({ type: ImageUseList })
  uses(@By() actor: Actor, @IdParam() id: string): Promise<ImageUseList> {
    return this.images.uses(actor, id);
  }

  private async take(actor: Actor, upload: Upload, reply: FastifyReply, key?: string): Promise<unknown> {
    const keep = await this.uploads.prepare(actor, upload);
    const work = () =>
      this.db.run(async (tx) => {
        const { image, created } = await keep(tx);
        void reply.code(created ? 201 : 200).header('location', `${path}/${image.id}`);
        return tagged(reply, await presentImage(tx, image));
      });
    if (key === undefined) return work();
    const bodyHash = hashOfBody({ file: upload.hash, ...upload.words });
    const { done, replay } = await this.idempotency.once(
      actor,
      { method: 'POST', path, key, bodyHash },
      work,
      (body) => ({
        status: reply.statusCode,
        headers: { etag: String(reply.getHeader('etag')), location: String(reply.getHeader('location')) },
        body,
      }),
    );
    return replay ? sendAgain(reply, replay) : done;
  }
}
