import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type * as Wire from '@gonggo/contract';
import { type EntityManager, Raw } from 'typeorm';
import { Config } from '../platform/config/config.ts';
import { Transactions } from '../platform/database/transactions.ts';
import { notFound } from '../platform/problem/problem.ts';
import type { Account } from './account.ts';
import type { Actor } from './actor.ts';
import { audit } from '../platform/audit/audit.ts';
import { may } from './may.ts';
import { presentSession } from './present.ts';
import { hashOf, newToken } from './secrets.ts';
import { Session } from './session.ts';
import { wrongCredentials } from './wrong-credentials.ts';

const mostPerAccount = 100;

/** Waits for whoever is changing the account, and then looks again. */
const stillSql = `
  UPDATE account SET seen_at = clock_now()
  WHERE id = $1 AND locked_at IS NULL AND password_hash = $2 AND totp_secret IS NOT DISTINCT FROM $3`;

const beginSql = `
  INSERT INTO session (id, token_hash, account_id, user_agent, created_at, seen_at, expires_at)
  VALUES ($1, $2, $3, $4, clock_now(), clock_now(), clock_now() + least($5::int, $6::int) * interval '1 day')`;

const dropOldestSql = `
  DELETE FROM session WHERE id IN (
    SELECT id FROM session WHERE account_id = $1 ORDER BY seen_at DESC, id OFFSET $2)`;

/** Who is signed in where. */
@Injectable()
export class Sessions {
  constructor(
    private readonly db: Transactions,
    private readonly config: Config,
  ) {}

  /**
   * Answers the token for the cookie. The session that the browser had before, if any, ends. `account` is as it was
   * when the password and the code were checked: if they are others by now, 401, since whatever changed them ended the
   * sessions there were.
   */
  begin(
    { id: accountId, passwordHash, totpSecret }: Account,
    userAgent: string,
    formerTokenHash: string | null,
  ): Promise<string> {
    return this.db.run(async (tx) => {
      const token = newToken();
      const [, still] = await tx.query<[unknown[], number]>(stillSql, [accountId, passwordHash, totpSecret]);
      if (!still) throw wrongCredentials();
      if (formerTokenHash) await tx.delete(Session, { tokenHash: formerTokenHash });
      const { sessionIdleDays, sessionMaxDays } = this.config;
      const lasts = [sessionIdleDays, sessionMaxDays];
      await tx.query(beginSql, [randomUUID(), hashOf(token), accountId, userAgent.slice(0, 300), ...lasts]);
      await tx.query(dropOldestSql, [accountId, mostPerAccount]);
      return token;
    });
  }

  async list(actor: Actor): Promise<Wire.SessionList> {
    may(actor, 'self');
    const rows = await this.db.manager.find(Session, {
      where: { accountId: actor.accountId ?? '', expiresAt: Raw((column) => `${column} > clock_now()`) },
      order: { createdAt: 'DESC', id: 'ASC' },
    });
    return { data: rows.map((row) => presentSession(row, actor.sessionId)) };
  }

  /** Ends one of one's own sessions; somebody else's is not there. */
  async end(actor: Actor, id: string): Promise<void> {
    may(actor, 'self');
    await this.db.run(async (tx) => {
      const { affected } = await tx.delete(Session, { id, accountId: actor.accountId ?? '' });
      if (!affected) throw notFound('such session of yours');
      await audit(tx, actor, 'session.ended', { kind: 'session', id });
    });
  }

  async endCurrent(actor: Actor): Promise<void> {
    const id = actor.sessionId;
    if (!id) return;
    await this.db.run(async (tx) => {
      await tx.delete(Session, { id });
      await audit(tx, actor, 'session.ended', { kind: 'session', id });
    });
  }
}

/** Ends an account's sessions, all of them or all but one, in the transaction that gives the reason. */
export async function endSessions(
  tx: EntityManager,
  accountId: string,
  except: string | null = null,
): Promise<void> {
  await tx.query('DELETE FROM session WHERE account_id = $1 AND id IS DISTINCT FROM $2', [accountId, except]);
}
