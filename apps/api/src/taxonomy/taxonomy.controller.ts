import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { ChangeTerm, NewTerm, Term, TermList } from '@gonggo/contract';
import type { FastifyReply } from 'fastify';
import { type Actor, By, Needs } from '../auth/actor.ts';
import { IdParam } from '../platform/http/id.ts';
import { etagOf, IfMatch } from '../platform/http/if-match.ts';
import { TaxonomyService } from './taxonomy.service.ts';

@ApiTags('Taxonomy')
@Controller('taxonomy')
export class TaxonomyController {
  constructor(private readonly taxonomy: TaxonomyService) {}

  @Needs('drafts:read')
  @Get()
  @ApiOperation({ summary: 'Teams, job families and tags' })
  @ApiOkResponse({ type: TermList })
  list(@By() actor: Actor): Promise<TermList> {
    return this.taxonomy.list(actor);
  }

  @Needs('drafts:write')
  @Post()
  @ApiOperation({ summary: 'Add a term' })
  @ApiCreatedResponse({ type: Term })
  async add(
    @By() actor: Actor,
    @Body() body: NewTerm,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Term> {
    return withEtag(reply, await this.taxonomy.add(actor, body));
  }

  @Needs('drafts:write')
  @Patch(':id')
  @ApiOperation({ summary: 'Rename a term; its slug stays' })
  @ApiOkResponse({ type: Term })
  async change(
    @By() actor: Actor,
    @IdParam() id: string,
    @IfMatch() revision: number,
    @Body() body: ChangeTerm,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Term> {
    return withEtag(reply, await this.taxonomy.change(actor, id, revision, body));
  }

  @Needs('drafts:write')
  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete a term that nothing uses' })
  @ApiNoContentResponse()
  remove(@By() actor: Actor, @IdParam() id: string, @IfMatch() revision: number): Promise<void> {
    return this.taxonomy.remove(actor, id, revision);
  }
}

function withEtag(reply: FastifyReply, term: Term): Term {
  reply.header('etag', etagOf(term.revision));
  return term;
}
