import { Injectable } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions.ts';
import { networkOf } from '@gonggo/reply-store';
import type { Account } from './account.ts';
import { hashOf } from './secrets.ts';

const mostPerAccount = 50;

const rememberSql = `
  INSERT INTO known_place (key, account_id, seen_at) VALUES ($1, $2, clock_now())
  ON CONFLICT (key) DO UPDATE SET seen_at = clock_now()`;
const dropOldestSql = `
  DELETE FROM known_place WHERE key IN (
    SELECT key FROM known_place WHERE account_id = $1 ORDER BY seen_at DESC, key OFFSET $2)`;

/** Where accounts sign in from. */
@Injectable()
export class KnownPlaces {
  constructor(private readonly db: Transactions) {}

  /** A name of the place if the account signed in from there in the last 90 days, else null. */
  async nameFor(email: string, address: string): Promise<string | null> {
    const key = keyOf(email, address);
    const rows = await this.db.manager.query<unknown[]>(
      `SELECT 1 FROM known_place WHERE key = $1 AND seen_at > clock_now() - interval '90 days'`,
      [key],
    );
    return rows.length ? key : null;
  }

  async remember({ id, email }: Pick<Account, 'id' | 'email'>, address: string): Promise<void> {
    await this.db.manager.query(rememberSql, [keyOf(email, address), id]);
    await this.db.manager.query(dropOldestSql, [id, mostPerAccount]);
  }
}

const keyOf = (email: string, address: string): string => hashOf(`${email} at ${networkOf(address)}`);
