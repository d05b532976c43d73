import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type * as Wire from '@gonggo/contract';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../platform/database/transactions.ts';
import { badRequest, conflict, notFound } from '../platform/problem/problem.ts';
import { Account } from '../auth/account.ts';
import type { Actor } from '../auth/actor.ts';
import { audit } from '../platform/audit/audit.ts';
import { Invitations } from './invitations.ts';
import { may } from '../auth/may.ts';
import { presentAccount } from '../auth/present.ts';
import { forgetAbout } from '../auth/rate-limits.ts';
import { endSessions } from '../auth/sessions.ts';
import { SignInDelays } from '../auth/sign-in-delays.ts';

/** Everybody's accounts, for owners. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly db: Transactions,
    private readonly invitations: Invitations,
    private readonly delays: SignInDelays,
  ) {}

  async list(actor: Actor): Promise<Wire.AccountList> {
    may(actor, 'accounts');
    const rows = await this.db.manager.find(Account, { order: { name: 'ASC', id: 'ASC' }, take: 1000 });
    const waits = await this.delays.strangersWaitUntil(rows.map(({ email }) => email));
    return { data: rows.map((row) => presentAccount(row, waits.get(row.email))) };
  }

  add(actor: Actor, body: Wire.NewAccount): Promise<Wire.NewAccountReply> {
    return this.db.run(async (tx) => {
      may(actor, 'accounts');
      const account = await insertAccount(tx, body);
      await audit(tx, actor, 'account.created', { kind: 'account', id: account.id }, { role: account.role });
      return { account: presentAccount(account), invitation: await this.invitations.make(tx, account) };
    });
  }

  /** A new role or a lock ends the account's sessions: it acts on the next request. */
  change(actor: Actor, id: string, body: Wire.ChangeAccount): Promise<Wire.Account> {
    return this.db.run(async (tx) => {
      may(actor, 'accounts');
      await lockWithOwners(tx, id);
      const account = await lockAccount(tx, id);
      const role = body.role ?? account.role;
      const lockedAt = lockedSince(account, body.locked);
      const roleChanged = role !== account.role;
      const lockChanged = (lockedAt === null) !== (account.lockedAt === null);
      if (account.role === 'owner' && (role !== 'owner' || lockedAt))
        await refuseWithoutOwner(tx, account.id);

      const { name = account.name, byline = account.byline } = body;
      const changed = { role, lockedAt, name, byline };
      await tx.update(Account, { id }, changed);
      if (roleChanged || lockChanged) await endSessions(tx, id);
      const subject = { kind: 'account', id } as const;
      if (lockChanged) await audit(tx, actor, lockedAt ? 'account.locked' : 'account.unlocked', subject);
      if (roleChanged || body.name !== undefined || body.byline !== undefined) {
        await audit(
          tx,
          actor,
          'account.changed',
          subject,
          roleChanged ? { role, formerRole: account.role } : {},
        );
      }
      return presentAccount(Object.assign(account, changed));
    });
  }

  /** Lets the next try be made at once: whoever tries the password from elsewhere made the account's holder wait. */
  liftDelay(actor: Actor, id: string): Promise<void> {
    return this.db.run(async (tx) => {
      may(actor, 'accounts');
      const account = await lockAccount(tx, id);
      await forgetAbout(tx, account.email);
      await audit(tx, actor, 'account.delay-lifted', { kind: 'account', id });
    });
  }

  /** A link to set the first password, or another one. Older links of the account stop working. */
  invite(actor: Actor, id: string): Promise<Wire.Invitation> {
    return this.db.run(async (tx) => {
      may(actor, 'accounts');
      const account = await lockAccount(tx, id);
      if (account.lockedAt) throw conflict('The account is locked. Unlock it first.');
      const invitation = await this.invitations.make(tx, account);
      await audit(tx, actor, 'account.invited', { kind: 'account', id });
      return invitation;
    });
  }
}

/** A new account without a password. 409 when the email has one already. */
export async function insertAccount(tx: EntityManager, body: Wire.NewAccount): Promise<Account> {
  const email = body.email.trim().toLowerCase();
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) {
    throw badRequest('This is not an email address.', [
      { pointer: '/email', message: 'For example name@example.com.' },
    ]);
  }
  const account = { id: randomUUID(), email, name: body.name, byline: body.byline ?? '', role: body.role };
  const result = await tx
    .createQueryBuilder()
    .insert()
    .into(Account)
    .values(account)
    .orIgnore()
    .returning('id')
    .execute();
  if (!(result.raw as unknown[]).length) throw conflict(`${email} has an account already.`);
  return tx.findOneByOrFail(Account, { id: account.id });
}

async function lockAccount(tx: EntityManager, id: string): Promise<Account> {
  const account = await tx.findOne(Account, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!account) throw notFound('such account');
  return account;
}

const lockedSince = (account: Account, locked: boolean | undefined): Date | null => {
  if (locked === undefined) return account.lockedAt;
  return locked ? (account.lockedAt ?? new Date()) : null;
};

/** Everybody who must not all go: with `id` locked in one order, so that two demotions at once can't both pass. */
async function lockWithOwners(tx: EntityManager, id: string): Promise<void> {
  await tx.query(`SELECT id FROM account WHERE id = $1 OR role = 'owner' ORDER BY id FOR UPDATE`, [id]);
}

async function refuseWithoutOwner(tx: EntityManager, id: string): Promise<void> {
  const others = await tx.query<unknown[]>(
    `SELECT 1 FROM account WHERE id <> $1 AND role = 'owner' AND locked_at IS NULL AND password_hash IS NOT NULL`,
    [id],
  );
  if (!others.length)
    throw conflict('This is the last owner who can sign in. Make somebody else an owner first.');
}
