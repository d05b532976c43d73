import {
  AddedSection,
  ChangeOutline,
  ChangeSection,
  DraftSection,
  NewSection,
  Outline,
} from '@gonggo/contract';
import { Body, Controller, Delete, Get, Patch, Post, Put, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AnswersStored, type Actor, By, Needs } from '../auth/actor.ts';
import { IdParam } from '../platform/http/id.ts';
import { IfMatch } from '../platform/http/if-match.ts';
import { SectionsService } from './sections.service.ts';
import { tagged } from '../platform/http/tagged.ts';

@ApiTags('Drafts')
@Controller('drafts/:id')
export class SectionsController {
  constructor(private readonly sections: SectionsService) {}

  @Post('sections')
  @Needs('drafts:write')
  @ApiOperation({
    summary: 'Add a section',
    description: 'If-Match names the revision of the outline; the ETag is the new section’s.',
  })
  @ApiCreatedResponse({ type: AddedSection })
  async add(
    @By() actor: Actor,
    @IdParam() id: string,
    @IfMatch() outlineRevision: number,
    @Body() wanted: NewSection,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AddedSection> {
    const added = await this.sections.add(actor, id, outlineRevision, wanted);
    tagged(reply, added.section);
    return added;
  }

  @Get('sections/:sectionId')
  @Needs('drafts:read')
  @ApiOperation({ summary: 'One section; its ETag is its own revision' })
  @ApiOkResponse({ type: DraftSection })
  async get(
    @By() actor: Actor,
    @IdParam() id: string,
    @IdParam('sectionId') sectionId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DraftSection> {
    return tagged(reply, await this.sections.get(actor, id, sectionId));
  }

  @Patch('sections/:sectionId')
  @Needs('drafts:write')
  @AnswersStored()
  @ApiOperation({ summary: 'Save a section; neither the others nor the facts move' })
  @ApiOkResponse({ type: DraftSection })
  async save(
    @By() actor: Actor,
    @IdParam() id: string,
    @IdParam('sectionId') sectionId: string,
    @IfMatch() revision: number,
    @Body() change: ChangeSection,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DraftSection> {
    return tagged(reply, await this.sections.save(actor, id, sectionId, revision, change));
  }

  @Delete('sections/:sectionId')
  @Needs('drafts:write')
  @ApiOperation({ summary: 'Take a section out', description: 'If-Match names the revision of the outline.' })
  @ApiOkResponse({ type: Outline })
  async remove(
    @By() actor: Actor,
    @IdParam() id: string,
    @IdParam('sectionId') sectionId: string,
    @IfMatch() outlineRevision: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Outline> {
    return tagged(reply, await this.sections.remove(actor, id, sectionId, outlineRevision));
  }

  @Put('outline')
  @Needs('drafts:write')
  @ApiOperation({ summary: 'Put the sections in another order' })
  @ApiOkResponse({ type: Outline })
  async order(
    @By() actor: Actor,
    @IdParam() id: string,
    @IfMatch() outlineRevision: number,
    @Body() change: ChangeOutline,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Outline> {
    return tagged(reply, await this.sections.order(actor, id, outlineRevision, change.sectionIds));
  }
}
