import { Body, Controller, Get, Patch, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ChangeSettings, Settings } from '@gonggo/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, By, Public } from '../auth/actor.ts';
import { Config } from '../platform/config/config.ts';
import { etagOf, IfMatch } from '../platform/http/if-match.ts';
import { publicHeaders } from '../platform/http/public-headers.ts';
import { sitesInformed } from '../platform/invalidation/sites-informed.ts';
import { SettingsService } from './settings.service.ts';

@ApiTags('Settings')
@Controller('settings')
export class SettingsController {
  constructor(
    private readonly settings: SettingsService,
    private readonly config: Config,
  ) {}

  @Public()
  @Get()
  @ApiOperation({ summary: 'The site’s name, colour and pictures' })
  @ApiOkResponse({ type: Settings })
  async get(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Settings | undefined> {
    const { settings, state } = await this.settings.get();
    const etag = etagOf(settings.revision);
    return publicHeaders(request.headers, reply, this.config, { etag, state }) ? undefined : settings;
  }

  @Patch()
  @ApiOperation({ summary: 'Change settings' })
  @ApiOkResponse({ type: Settings, headers: sitesInformed })
  async change(
    @By() actor: Actor,
    @IfMatch() revision: number,
    @Body() body: ChangeSettings,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Settings> {
    const settings = await this.settings.change(actor, revision, body);
    reply.header('etag', etagOf(settings.revision));
    return settings;
  }
}
