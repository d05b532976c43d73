import { Body, Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ChangeMe, ChangePassword, Me, RemoveTotp, SetUpTotp, TotpSetUp } from '@gonggo/contract';
import { SecretReply } from '../platform/idempotency/secret-reply.ts';
import { type Actor, By } from '../auth/actor.ts';
import { MeService } from './me.service.ts';

@ApiTags('Me')
@Controller('me')
export class MeController {
  constructor(private readonly me: MeService) {}

  @Get()
  @ApiOperation({ summary: 'Oneself' })
  @ApiOkResponse({ type: Me })
  get(@By() actor: Actor): Promise<Me> {
    return this.me.get(actor);
  }

  @Patch()
  @ApiOperation({ summary: 'Change one’s name, byline, portrait or language' })
  @ApiOkResponse({ type: Me })
  change(@By() actor: Actor, @Body() body: ChangeMe): Promise<Me> {
    return this.me.change(actor, body);
  }

  @Post('password')
  @HttpCode(204)
  @ApiOperation({ summary: 'Change one’s password; ends all other sessions' })
  @ApiNoContentResponse()
  changePassword(@By() actor: Actor, @Body() body: ChangePassword): Promise<void> {
    return this.me.changePassword(actor, body);
  }

  @Post('totp')
  @HttpCode(200)
  @SecretReply('secret', 'uri', 'recoveryCodes')
  @ApiOperation({ summary: 'Ask for a TOTP secret, or confirm it with a code' })
  @ApiOkResponse({ type: TotpSetUp })
  setUpTotp(@By() actor: Actor, @Body() body: SetUpTotp): Promise<TotpSetUp> {
    return this.me.setUpTotp(actor, body);
  }

  @Delete('totp')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign in without a code from now on' })
  @ApiNoContentResponse()
  removeTotp(@By() actor: Actor, @Body() body: RemoveTotp): Promise<void> {
    return this.me.removeTotp(actor, body);
  }
}
