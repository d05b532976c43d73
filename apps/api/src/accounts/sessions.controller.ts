import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { ConfirmSession, Me, SessionList, SignIn } from '@gonggo/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../platform/config/config.ts';
import { IdParam } from '../platform/http/id.ts';
import { visitorAddress } from '../platform/http/visitor.ts';
import { type Actor, By, Public } from '../auth/actor.ts';
import { SessionCookie } from '../auth/cookie.ts';
import { MeService } from './me.service.ts';
import { Sessions } from '../auth/sessions.ts';
import { SignInService } from '../auth/sign-in.service.ts';

@ApiTags('Sessions')
@Controller('sessions')
export class SessionsController {
  constructor(
    private readonly signInService: SignInService,
    private readonly sessions: Sessions,
    private readonly me: MeService,
    private readonly cookie: SessionCookie,
    private readonly config: Config,
  ) {}

  @Public()
  @Post()
  @ApiOperation({ summary: 'Sign in; the session is in the cookie of the reply' })
  @ApiCreatedResponse({ type: Me })
  async signIn(
    @Body() body: SignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const { 'user-agent': userAgent = '', cookie } = request.headers;
    const visitor = {
      address: visitorAddress(request, this.config),
      userAgent,
      ...(cookie ? { cookie } : {}),
    };
    const { cookies, me } = await this.signInService.signIn(body, visitor);
    reply.header('set-cookie', cookies);
    return me;
  }

  @Get('current')
  @ApiOperation({ summary: 'Who is signed in here' })
  @ApiOkResponse({ type: Me })
  current(@By() actor: Actor): Promise<Me> {
    return this.me.get(actor);
  }

  @Delete('current')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out' })
  @ApiNoContentResponse()
  async signOut(@By() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.endCurrent(actor);
    reply.header('set-cookie', await this.cookie.clearing());
  }

  @Post('current/confirmation')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Prove again that it is you',
    description:
      'For the operations that answer `confirmation-required`: making accounts, links and keys, changing roles. ' +
      'Good for ten minutes; signing in counts as well.',
  })
  @ApiNoContentResponse()
  confirm(@By() actor: Actor, @Body() body: ConfirmSession): Promise<void> {
    return this.me.confirmSession(actor, body);
  }

  @Get()
  @ApiOperation({ summary: 'Where one is signed in' })
  @ApiOkResponse({ type: SessionList })
  list(@By() actor: Actor): Promise<SessionList> {
    return this.sessions.list(actor);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out one of one’s other browsers' })
  @ApiNoContentResponse()
  end(@By() actor: Actor, @IdParam() id: string): Promise<void> {
    return this.sessions.end(actor, id);
  }
}
