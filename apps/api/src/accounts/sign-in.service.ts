import { Injectable } from '@nestjs/common';
import type * as Wire from '@gonggo/contract';
import { Transactions } from '../database/transactions.ts';
import { networksOf } from '../http/visitor.ts';
import { Account } from './account.ts';
import { SessionCookie } from './cookie.ts';
import { presentMe } from './present.ts';
import { passwordFits } from './passwords.ts';
import { type Limit, RateLimits } from './rate-limits.ts';
import { hashOf } from './secrets.ts';
import { SecondFactor } from './second-factor.ts';
import { Sessions } from './sessions.ts';
import { wrongCredentials } from './wrong-credentials.ts';

const minutes = 60;

/**
 * Narrowest first, everybody together last: what one place is refused must not use up what all share. However many
 * networks somebody holds within a /48, they have less than a third of the tries on an account and a tenth of all.
 */
export function signInLimits(email: string, address: string): Limit[] {
  const { narrow, wider } = networksOf(address);
  const mostFrom = [120, 300];
  const around = wider.flatMap((network, n) => [
    { key: `sign-in as ${email} from ${network}`, about: email, most: 30, seconds: 60 * minutes },
    { key: `sign-in from ${network}`, most: mostFrom[n] ?? 300, seconds: 15 * minutes },
  ]);
  return [
    { key: `sign-in as ${email} from ${narrow}`, about: email, most: 10, seconds: 15 * minutes },
    { key: `sign-in as ${email} from ${narrow} in an hour`, about: email, most: 20, seconds: 60 * minutes },
    { key: `sign-in from ${narrow}`, most: 60, seconds: 15 * minutes },
    ...around,
    { key: `sign-in as ${email}`, about: email, most: 100, seconds: 60 * minutes },
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
    private readonly cookie: SessionCookie,
  ) {}

  /** The same answer and the same work for a wrong password, an unknown email and a locked account. */
  async signIn(body: Wire.SignIn, visitor: { address: string; userAgent: string; cookie?: string }) {
    const email = body.email.trim().toLowerCase();
    const limits = signInLimits(email, visitor.address);
    await this.limits.count(limits);

    const account = await this.db.manager.findOneBy(Account, { email });
    const fits = await passwordFits(account?.passwordHash ?? null, body.password);
    if (!account || !fits || account.lockedAt) throw wrongCredentials();
    await this.secondFactor.check(account, body.code);

    const former = await this.cookie.tokenIn(visitor.cookie);
    const token = await this.sessions.begin(account, visitor.userAgent, former && hashOf(former));
    await this.limits.forget(limits.filter(({ key }) => key.startsWith(`sign-in as ${email} from `)));
    return { token, me: presentMe(account) };
  }
}
