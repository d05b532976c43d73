import { Injectable } from '@nestjs/common';
import type * as Wire from '@gonggo/contract';
import type { EntityManager } from 'typeorm';
import { Config } from '../platform/config/config.ts';
import { Transactions } from '../platform/database/transactions.ts';
import { missingImages } from '../images/missing-images.ts';
import { badRequest, conflict, Problem } from '../platform/problem/problem.ts';
import { Account } from '../auth/account.ts';
import { type Actor, unauthenticated } from '../auth/actor.ts';
import { audit } from '../platform/audit/audit.ts';
import { confirmationRequired } from '../auth/guard.ts';
import { may } from '../auth/may.ts';
import { hashPassword, passwordFits } from '../auth/passwords.ts';
import { presentMe } from '../auth/present.ts';
import { RateLimits } from '../auth/rate-limits.ts';
import { SecondFactor } from '../auth/second-factor.ts';
import { endSessions } from '../auth/sessions.ts';
import { checkPassword, passwordContext } from '../auth/weak-passwords.ts';
import { newRecoveryCodes, newTotpSecret, totpStep, totpUri } from '../auth/totp.ts';

/** What people do with their own account. */
@Injectable()
export class MeService {
  constructor(
    private readonly db: Transactions,
    private readonly limits: RateLimits,
    private readonly secondFactor: SecondFactor,
    private readonly config: Config,
  ) {}

  async get(actor: Actor): Promise<Wire.Me> {
    return presentMe(await this.own(this.db.manager, actor));
  }

  change(actor: Actor, body: Wire.ChangeMe): Promise<Wire.Me> {
    return this.db.run(async (tx) => {
      const account = await this.own(tx, actor);
      if (body.name !== undefined) account.name = body.name;
      if (body.byline !== undefined) account.byline = body.byline;
      if (body.language !== undefined) account.language = body.language;
      if (body.avatar !== undefined) {
        if (body.avatar && (await missingImages(tx, [body.avatar])).length) throw noSuchPortrait();
        account.avatar = body.avatar;
      }
      const { name, byline, language, avatar } = account;
      await tx.update(Account, { id: account.id }, { name, byline, language, avatar });
      return presentMe(account);
    });
  }

  /** Ends all other sessions: whoever else was signed in no longer is. */
  async changePassword(actor: Actor, body: Wire.ChangePassword): Promise<void> {
    await this.confirm(actor, body.current, null);
    const own = await this.own(this.db.manager, actor);
    await checkPassword(body.next, '/next', await passwordContext(this.db.manager, own, this.config));
    const passwordHash = await hashPassword(body.next);
    await this.db.run(async (tx) => {
      const account = await this.own(tx, actor);
      await tx.update(Account, { id: account.id }, { passwordHash });
      await tx.query('DELETE FROM invitation WHERE account_id = $1', [account.id]);
      await endSessions(tx, account.id, actor.sessionId);
      await audit(tx, actor, 'account.password-changed', { kind: 'account', id: account.id });
    });
  }

  /** Without a code: a new secret to confirm. With one: the second factor is on, and here are the recovery codes. */
  async setUpTotp(actor: Actor, body: Wire.SetUpTotp): Promise<Wire.TotpSetUp> {
    await this.confirm(actor, body.password, null);
    return this.db.run(async (tx) => {
      const account = await this.own(tx, actor);
      // The password alone must not put another second factor in the place of the one there is.
      const replaces = account.totpSecret !== null;
      if (replaces && !actor.confirmed) throw confirmationRequired();
      if (body.code === undefined) {
        const secret = newTotpSecret();
        const totpPending = this.secondFactor.sealed(account.id, secret);
        await tx.update(Account, { id: account.id }, { totpPending });
        const uri = totpUri(secret, account.email, new URL(this.config.siteUrl).host);
        return { secret, uri, on: replaces, recoveryCodes: [] };
      }
      if (!account.totpPending) throw conflict('Ask for a secret first: the same request without `code`.');
      const pending = this.secondFactor.opened(account.id, account.totpPending);
      const step = pending && (await totpStep(pending, body.code.trim(), await this.secondFactor.now(), 0));
      if (!step) {
        throw badRequest('The code does not fit the secret.', [
          { pointer: '/code', message: 'Send the six digits shown now. Check the clock of your phone.' },
        ]);
      }
      const { codes, hashes } = newRecoveryCodes();
      await tx.update(
        Account,
        { id: account.id },
        { totpSecret: account.totpPending, totpPending: null, totpLastStep: step, recoveryCodes: hashes },
      );
      await endSessions(tx, account.id, actor.sessionId);
      await audit(tx, actor, 'account.totp-on', { kind: 'account', id: account.id }, { replaces });
      return { secret: null, uri: null, on: true, recoveryCodes: codes };
    });
  }

  async removeTotp(actor: Actor, body: Wire.RemoveTotp): Promise<void> {
    await this.confirm(actor, body.password, body.code);
    await this.db.run(async (tx) => {
      const account = await this.own(tx, actor);
      await tx.update(
        Account,
        { id: account.id },
        { totpSecret: null, totpPending: null, recoveryCodes: [] },
      );
      await audit(tx, actor, 'account.totp-off', { kind: 'account', id: account.id });
    });
  }

  /** Proves once more that it is oneself, for what `@RequiresConfirmation()` guards: good for some minutes. */
  async confirmSession(actor: Actor, body: Wire.ConfirmSession): Promise<void> {
    await this.confirm(actor, body.password, body.code);
    await this.db.run(async (tx) => {
      await tx.query('UPDATE session SET confirmed_at = clock_now() WHERE id = $1', [actor.sessionId]);
      await audit(tx, actor, 'session.confirmed', { kind: 'session', id: actor.sessionId });
    });
  }

  /** Asks for the password again, and for the code where one is set up, unless `code` is null. Counted like a sign-in. */
  private async confirm(actor: Actor, password: string, code: string | null = ''): Promise<void> {
    may(actor, 'self');
    const key = `confirm ${actor.accountId}`;
    await this.limits.count([{ key, most: 10, seconds: 900 }]);
    const account = await this.own(this.db.manager, actor);
    const refused = (reason: string) =>
      audit(
        this.db.manager,
        actor,
        'session.confirmation-refused',
        { kind: 'session', id: actor.sessionId },
        { reason },
      );
    if (!(await passwordFits(account.passwordHash, password))) {
      await refused('wrong password');
      throw new Problem(403, 'wrong-credentials', 'The present password is wrong.');
    }
    if (code !== null)
      await this.secondFactor.check(account, code).catch(async (error: unknown) => {
        if (error instanceof Problem && error.code === 'wrong-credentials') await refused('wrong code');
        throw error;
      });
    await this.limits.forget([{ key }]);
  }

  private async own(tx: EntityManager, actor: Actor): Promise<Account> {
    may(actor, 'self');
    const account = await tx.findOneBy(Account, { id: actor.accountId ?? '' });
    if (!account) throw unauthenticated();
    return account;
  }
}

const noSuchPortrait = () =>
  badRequest('There is no such image.', [{ pointer: '/avatar', message: 'Upload the picture first.' }]);
