import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Needs } from '../auth/actor.ts';
import { Knows } from '../platform/http/access.ts';
import { Media } from './media.ts';

/** The files named in `sources`: not under /api/v1, so that their addresses outlive versions of the API. */
@ApiExcludeController()
@Controller('media')
export class MediaController {
  constructor(private readonly media: Media) {}

  @Get(':imageId/:file')
  @Knows()
  @Needs('drafts:read')
  async file(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.media.answer(request, reply);
  }
}
