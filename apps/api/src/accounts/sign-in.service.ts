import { Injectable } from '@nestjs/common';
import type * as Wire from '@gonggo/contract';
import { Config } from '../config/config.ts';
import { Transactions } from '../database/transactions.ts';
import { networkOf } from '../http/visitor.ts';
import { Account } from './account.ts';
import { tokenIn } from './cookie.ts';
import { presentMe } from './present.ts';
import { passwordFits } from './passwords.ts';
import { type Limit, RateLimits } from './rate-limits.ts';
import { hashOf } from './secrets.ts';
import { SecondFactor } from './second-factor.ts';
import { Sessions } from './sessions.ts';
import { wrongCredentials } from './wrong-credentials.ts';

const minutes = 60;

/** Narrowest first, everybody together last: what one place is refused must not use up what all share. */
export function signInLimits(email: string, network: string): Limit[] {
  return [
    { key: `sign-in as ${email} from ${network}`, most: 10, seconds: 15 * minutes },
    { key: `sign-in from ${network}`, most: 60, seconds: 15 * minutes },
    { key: `sign-in as ${email}`, most: 100, seconds: 60 * minutes },
    { key: 'sign-in', most: 1_000, seconds: 5 * minutes },
  ];
}

/** From email, password and, where it is on, a code, to a session. */
@Injectable()
export class SignInService {
  constructor(
    private readonly db: Transactions,
    private readonly limits: RateLimits,
    private readonly sessions: Sessions,
    private readonly secondFactor: SecondFactor,
    private readonly config: Config,
  ) {}

  /** The same answer and the same work for a wrong password, an unknown email and a locked account. */
  async signIn(body: Wire.SignIn, visitor: { address: string; userAgent: string; cookie?: string }) {
    const email = body.email.trim().toLowerCase();
    const network = networkOf(visitor.address);
    const limits = signInLimits(email, network);
    await this.limits.count(limits);

    const account = await this.db.manager.findOneBy(Account, { email });
    const fits = await passwordFits(account?.passwordHash ?? null, body.password);
    if (!account || !fits || account.lockedAt) throw wrongCredentials();
    await this.secondFactor.check(account, body.code);

    const token = await this.sessions.begin(
      account,
      visitor.userAgent,
      tokenHashIn(visitor.cookie, this.config),
    );
    await this.limits.forget([`sign-in as ${email} from ${network}`]);
    return { token, me: presentMe(account) };
  }
}

function tokenHashIn(cookie: string | undefined, config: Config): string | null {
  const token = tokenIn(cookie, config);
  return token && hashOf(token);
}
