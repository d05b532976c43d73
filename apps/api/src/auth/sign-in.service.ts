import { Injectable } from '@nestjs/common';
import type * as Wire from '@gonggo/contract';
import { Transactions } from '../platform/database/transactions.ts';
import { networkOf } from '@gonggo/reply-store';
import { Problem } from '../platform/problem/problem.ts';
import { Account } from './account.ts';
import { audit, stranger } from '../platform/audit/audit.ts';
import { SessionCookie } from './cookie.ts';
import { KnownDevices } from './known-devices.ts';
import { KnownPlaces } from './known-places.ts';
import { OnceAMinute } from './once-a-minute.ts';
import { passwordFits } from './passwords.ts';
import { presentMe } from './present.ts';
import { LimitReached } from './rate-limits.ts';
import { hashOf } from './secrets.ts';
import { SecondFactor } from './second-factor.ts';
import { Sessions } from './sessions.ts';
import { type Delay, delayOfKnown, delaysOfStranger, SignInDelays } from './sign-in-delays.ts';
import { wrongCredentials } from './wrong-credentials.ts';

export interface Visitor {
  address: string;
  userAgent: string;
  cookie?: string;
}

/** From email, password and, where it is on, a code, to a session. */
@Injectable()
export class SignInService {
  private readonly waits = new OnceAMinute();

  constructor(
    private readonly db: Transactions,
    private readonly delays: SignInDelays,
    private readonly devices: KnownDevices,
    private readonly places: KnownPlaces,
    private readonly sessions: Sessions,
    private readonly secondFactor: SecondFactor,
    private readonly cookie: SessionCookie,
  ) {}

  /** The same answer and the same work for a wrong password, an unknown email and a locked account. */
  async signIn(body: Wire.SignIn, visitor: Visitor) {
    const email = body.email.trim().toLowerCase();
    const delays = await this.delaysFor(email, visitor);
    await this.delays.try(delays).catch((error: unknown) => this.mustWait(error, email, visitor));

    const account = await this.db.manager.findOneBy(Account, { email });
    const fits = await passwordFits(account?.passwordHash ?? null, body.password);
    if (!account || !fits || account.lockedAt) {
      const reason = !account ? 'unknown email' : account.lockedAt ? 'locked account' : 'wrong password';
      await this.writeRefusal(account, visitor, reason);
      throw wrongCredentials();
    }
    await this.secondFactor.check(account, body.code).catch(async (error: unknown) => {
      if (error instanceof Problem && error.code === 'wrong-credentials')
        await this.writeRefusal(account, visitor, 'wrong code');
      // The password was right: what others share is not used up by the first of two steps.
      else await this.delays.takeBack(delays);
      throw error;
    });

    const former = await this.cookie.tokenIn(visitor.cookie);
    const by = { accountId: account.id, keyId: null, name: account.name };
    const detail = { address: visitor.address, userAgent: visitor.userAgent.slice(0, 300) };
    const token = await this.db.run(async (tx) => {
      await audit(tx, by, 'session.begun', subjectOf(account), detail);
      return this.sessions.begin(account, visitor.userAgent, former && hashOf(former));
    });
    await this.delays.succeeded(delays);
    await this.places.remember(account, visitor.address);
    const cookies = [await this.cookie.setting(token), await this.devices.setting(email, visitor.cookie)];
    return { cookies: cookies.filter((cookie) => cookie !== null), me: presentMe(account) };
  }

  /** A device or a place that the account signed in from before has tries of its own. */
  private async delaysFor(email: string, { address, cookie }: Visitor): Promise<Delay[]> {
    const device = await this.devices.idFor(email, cookie);
    if (device) return [delayOfKnown(email, `device ${device}`)];
    const place = await this.places.nameFor(email, address);
    return place ? [delayOfKnown(email, `place ${place}`)] : delaysOfStranger(email, address);
  }

  private writeRefusal(account: Account | null, { address }: Visitor, reason: string): Promise<void> {
    return audit(this.db.manager, stranger, 'session.refused', subjectOf(account), { address, reason });
  }

  /**
   * Written down once a minute for each network, and not by what was tried: emails are the visitor's to choose, and
   * the log can't be shortened.
   */
  private async mustWait(error: unknown, email: string, { address }: Visitor): Promise<never> {
    if (error instanceof LimitReached && this.waits.isFirst(networkOf(address))) {
      const account = await this.db.manager.findOneBy(Account, { email });
      await audit(this.db.manager, stranger, 'session.limited', subjectOf(account), { address });
    }
    throw error;
  }
}

const subjectOf = (account: Account | null) => ({ kind: 'account', id: account?.id ?? null }) as const;
