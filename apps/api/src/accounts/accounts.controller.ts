import { Body, Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import {
  Account,
  AccountList,
  ChangeAccount,
  Invitation,
  NewAccount,
  NewAccountReply,
} from '@gonggo/contract';
import { IdParam } from '../platform/http/id.ts';
import { SecretReply } from '../platform/idempotency/secret-reply.ts';
import { AccountsService } from './accounts.service.ts';
import { type Actor, By, RequiresConfirmation } from '../auth/actor.ts';

@ApiTags('Accounts')
@Controller('accounts')
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

  @Get()
  @ApiOperation({ summary: 'Everybody' })
  @ApiOkResponse({ type: AccountList })
  list(@By() actor: Actor): Promise<AccountList> {
    return this.accounts.list(actor);
  }

  @Post()
  @RequiresConfirmation()
  @SecretReply('invitation.url')
  @ApiOperation({
    summary: 'Make an account; the reply has the link to hand over',
  })
  @ApiCreatedResponse({ type: NewAccountReply })
  add(@By() actor: Actor, @Body() body: NewAccount): Promise<NewAccountReply> {
    return this.accounts.add(actor, body);
  }

  @Patch(':id')
  @RequiresConfirmation()
  @ApiOperation({ summary: 'Change role or name; lock or unlock' })
  @ApiOkResponse({ type: Account })
  change(@By() actor: Actor, @IdParam() id: string, @Body() body: ChangeAccount): Promise<Account> {
    return this.accounts.change(actor, id, body);
  }

  @Delete(':id/sign-in-delay')
  @HttpCode(204)
  @ApiOperation({ summary: 'Let unknown devices try to sign in to it again at once' })
  @ApiNoContentResponse()
  liftDelay(@By() actor: Actor, @IdParam() id: string): Promise<void> {
    return this.accounts.liftDelay(actor, id);
  }

  @Post(':id/invitation')
  @RequiresConfirmation()
  @SecretReply('url')
  @ApiOperation({ summary: 'A new link to set the password' })
  @ApiCreatedResponse({ type: Invitation })
  invite(@By() actor: Actor, @IdParam() id: string): Promise<Invitation> {
    return this.accounts.invite(actor, id);
  }
}
