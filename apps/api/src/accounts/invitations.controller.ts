import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AcceptInvitation, LookUpInvitation, OpenInvitation } from '@gonggo/contract';
import type { FastifyRequest } from 'fastify';
import { Config } from '../platform/config/config.ts';
import { visitorAddress } from '../platform/http/visitor.ts';
import { Public } from '../auth/actor.ts';
import { Invitations } from './invitations.ts';

@ApiTags('Accounts')
@Controller('invitations')
export class InvitationsController {
  constructor(
    private readonly invitations: Invitations,
    private readonly config: Config,
  ) {}

  @Public()
  @Post('look-up')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Whom the token of an invitation is for, and until when',
  })
  @ApiOkResponse({ type: OpenInvitation })
  lookUp(@Body() body: LookUpInvitation, @Req() request: FastifyRequest): Promise<OpenInvitation> {
    return this.invitations.lookUp(body, visitorAddress(request, this.config));
  }

  @Public()
  @Post('accept')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Set a password with the token of an invitation',
  })
  @ApiNoContentResponse()
  accept(@Body() body: AcceptInvitation, @Req() request: FastifyRequest): Promise<void> {
    return this.invitations.accept(body, visitorAddress(request, this.config));
  }
}
