import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { ApiKeyList, NewApiKey, NewApiKeyReply } from '@gonggo/contract';
import { IdParam } from '../platform/http/id.ts';
import { SecretReply } from '../platform/idempotency/secret-reply.ts';
import { type Actor, By, RequiresConfirmation } from './actor.ts';
import { ApiKeysService } from './api-keys.service.ts';

@ApiTags('API keys')
@Controller('api-keys')
export class ApiKeysController {
  constructor(private readonly keys: ApiKeysService) {}

  @Get()
  @ApiOperation({ summary: 'Keys that are not revoked' })
  @ApiOkResponse({ type: ApiKeyList })
  list(@By() actor: Actor): Promise<ApiKeyList> {
    return this.keys.list(actor);
  }

  @Post()
  @RequiresConfirmation()
  @SecretReply('secret')
  @ApiOperation({
    summary: 'Make a key; its secret is in this reply and nowhere else',
  })
  @ApiCreatedResponse({ type: NewApiKeyReply })
  add(@By() actor: Actor, @Body() body: NewApiKey): Promise<NewApiKeyReply> {
    return this.keys.add(actor, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Revoke a key; acts on its next request' })
  @ApiNoContentResponse()
  revoke(@By() actor: Actor, @IdParam() id: string): Promise<void> {
    return this.keys.revoke(actor, id);
  }
}
