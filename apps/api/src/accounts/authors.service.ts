import type { PossibleAuthorList } from '@gonggo/contract';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Transactions } from '../platform/database/transactions.ts';
import { Account } from '../auth/account.ts';
import type { Actor } from '../auth/actor.ts';
import { may } from '../auth/may.ts';

/** Accounts as whoever writes a posting sees them. */
@Injectable()
export class AuthorsService {
  constructor(private readonly db: Transactions) {}

  async list(actor: Actor): Promise<PossibleAuthorList> {
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
