import { Draft, PublicationList, PublishedPosting } from '@gonggo/contract';
import { Controller, Get, HttpCode, Param, type PipeTransform, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AnswersStored, type Actor, By, Needs } from '../auth/actor.ts';
import { tagged } from '../platform/http/tagged.ts';
import { IdParam } from '../platform/http/id.ts';
import { IfMatch } from '../platform/http/if-match.ts';
import { notFound } from '../platform/problem/problem.ts';
import { PublicationsService } from './publications.service.ts';

/** A publication's number in the path. Anything else names nothing: 404. */
class VersionPipe implements PipeTransform<string, number> {
  transform(value: string): number {
    if (!/^[1-9]\d{0,8}$/.test(value)) throw notFound('such publication');
    return Number(value);
  }
}

const versionParam = { name: 'version', schema: { type: 'integer' as const, minimum: 1 } };

@ApiTags('Publishing')
@Controller('drafts/:id/publications')
export class PublicationsController {
  constructor(private readonly publications: PublicationsService) {}

  @Get()
  @Needs('drafts:read')
  @ApiOperation({ summary: 'Everything that was published of it, newest first' })
  @ApiOkResponse({ type: PublicationList })
  list(@By() actor: Actor, @IdParam() id: string): Promise<PublicationList> {
    return this.publications.list(actor, id);
  }

  @Get(':version')
  @Needs('drafts:read')
  @ApiOperation({ summary: 'One publication, as it was' })
  @ApiParam(versionParam)
  @ApiOkResponse({ type: PublishedPosting })
  get(
    @By() actor: Actor,
    @IdParam() id: string,
    @Param('version', VersionPipe) version: number,
  ): Promise<PublishedPosting> {
    return this.publications.get(actor, id, version);
  }

  @Post(':version/restore')
  @Needs('drafts:write')
  @AnswersStored()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Write a publication back into the draft',
    description:
      'Replaces facts, order and sections: all revisions move on. If-Match names the draft’s `edits`, which counts ' +
      'every save of any part; 412 when somebody saved since, with the whole draft as `current`.',
  })
  @ApiParam(versionParam)
  @ApiOkResponse({ type: Draft })
  async restore(
    @By() actor: Actor,
    @IdParam() id: string,
    @Param('version', VersionPipe) version: number,
    @IfMatch('The `edits` of the draft as last read, for example "7".') edits: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Draft> {
    return tagged(reply, await this.publications.restore(actor, id, version, edits));
  }
}
