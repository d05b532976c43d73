import { ChangeFacts, Draft, DraftList, NewDraft } from '@gonggo/contract';
import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AnswersStored, type Actor, By, Needs } from '../auth/actor.ts';
import { Queried } from '../platform/http/access.ts';
import { IdParam } from '../platform/http/id.ts';
import { IfMatch } from '../platform/http/if-match.ts';
import { DraftsQuery } from './drafts.query.ts';
import { DraftsService } from './drafts.service.ts';
import { tagged } from '../platform/http/tagged.ts';

@ApiTags('Drafts')
@Controller('drafts')
export class DraftsController {
  constructor(private readonly drafts: DraftsService) {}

  @Get()
  @Needs('drafts:read')
  @Queried()
  @ApiOperation({ summary: 'All drafts, newest change first' })
  @ApiOkResponse({ type: DraftList })
  list(@By() actor: Actor, @Query() query: DraftsQuery): Promise<DraftList> {
    return this.drafts.list(actor, { ...query, limit: query.limit ?? 20 });
  }

  @Post()
  @Needs('drafts:write')
  @ApiOperation({
    summary: 'Begin a posting',
    description: 'The slug is made from the title unless one is given.',
  })
  @ApiCreatedResponse({ type: Draft })
  async create(
    @By() actor: Actor,
    @Body() wanted: NewDraft,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Draft> {
    return tagged(reply, await this.drafts.create(actor, wanted));
  }

  @Get(':id')
  @Needs('drafts:read')
  @ApiOperation({ summary: 'A whole draft; its ETag is the revision of its facts' })
  @ApiOkResponse({ type: Draft })
  async get(
    @By() actor: Actor,
    @IdParam() id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Draft> {
    return tagged(reply, await this.drafts.get(actor, id));
  }

  @Patch(':id')
  @Needs('drafts:write')
  @AnswersStored()
  @ApiOperation({ summary: 'Change facts; what is left out stays' })
  @ApiOkResponse({ type: Draft })
  async change(
    @By() actor: Actor,
    @IdParam() id: string,
    @IfMatch() revision: number,
    @Body() change: ChangeFacts,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Draft> {
    return tagged(reply, await this.drafts.changeFacts(actor, id, revision, change));
  }

  @Delete(':id')
  @Needs('drafts:write')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete a draft that is not live' })
  @ApiNoContentResponse()
  remove(@By() actor: Actor, @IdParam() id: string, @IfMatch() revision: number): Promise<void> {
    return this.drafts.remove(actor, id, revision);
  }
}
