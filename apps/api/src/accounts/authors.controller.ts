import { PossibleAuthorList } from '@gonggo/contract';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IsNull } from 'typeorm';
import { Transactions } from '../database/transactions.ts';
import { Account } from './account.ts';
import { type Actor, By, Needs } from './actor.ts';
import { may } from './may.ts';

@ApiTags('Drafts')
@Controller('authors')
export class AuthorsController {
  constructor(private readonly db: Transactions) {}

  @Get()
  @Needs('drafts:read')
  @ApiOperation({
    summary: 'Whom a posting may name as its authors',
    description: 'Everybody whose account is not locked, with what readers would see of them.',
  })
  @ApiOkResponse({ type: PossibleAuthorList })
  async list(@By() actor: Actor): Promise<PossibleAuthorList> {
    may(actor, 'read');
    // Only these columns are read: addresses, roles and the rest are for owners.
    const data = await this.db.manager.find(Account, {
      select: { id: true, name: true, byline: true, avatar: true },
      where: { lockedAt: IsNull() },
      order: { name: 'ASC', id: 'ASC' },
      take: 1000,
    });
    return { data: data.map(({ id, name, byline, avatar }) => ({ id, name, byline, avatar })) };
  }
}
