import { Body, Controller, Get, Patch, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ChangeSettings, Settings } from '@gonggo/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, By, Public } from '../accounts/actor.ts';
import { etagOf, IfMatch } from '../http/if-match.ts';
import { SettingsService } from './settings.service.ts';

@ApiTags('Settings')
@Controller('settings')
export class SettingsController {
  constructor(private readonly settings: SettingsService) {}

  @Public()
  @Get()
  @ApiOperation({ summary: 'The site’s name, colour and pictures' })
  @ApiOkResponse({ type: Settings })
  async get(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Settings | undefined> {
    const settings = await this.settings.get();
    reply.headers({
      etag: etagOf(settings.revision),
      'cache-control': 'public, no-cache',
      'access-control-allow-origin': '*',
    });
    if (request.headers['if-none-match'] !== etagOf(settings.revision)) return settings;
    reply.code(304);
    return undefined;
  }

  @Patch()
  @ApiOperation({ summary: 'Change settings' })
  @ApiOkResponse({ type: Settings })
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
