import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.ts';
import { Problem } from '../problem/problem.ts';
import type { Account } from './account.ts';
import { wrongCredentials } from './wrong-credentials.ts';
import { recoveryHash, totpStep } from './totp.ts';

const useStepSql = `UPDATE account SET totp_last_step = $2 WHERE id = $1 AND totp_last_step < $2 RETURNING id`;
const useRecoverySql = `
  UPDATE account SET recovery_codes = array_remove(recovery_codes, $2)
  WHERE id = $1 AND $2 = ANY(recovery_codes) RETURNING id`;

/** The code after the password. Each code works once, even when it is sent twice at the same moment. */
@Injectable()
export class SecondFactor {
  constructor(private readonly db: Transactions) {}

  /** Passes if the account needs no code or this is one; throws 401 `code-required` or `wrong-credentials`. */
  async check(account: Account, code: string | undefined): Promise<void> {
    if (!account.totpSecret) return;
    if (!code?.trim()) {
      throw new Problem(
        401,
        'code-required',
        'Send the six digits of your authenticator, or a recovery code, as `code`.',
      );
    }
    const used = (await this.useStep(account, code.trim())) || (await this.useRecovery(account, code));
    if (!used) throw wrongCredentials();
  }

  /** The database's clock: what a step belongs to is a decision about time. */
  async now(): Promise<Date> {
    const [row] = await this.db.manager.query<{ now: Date }[]>('SELECT clock_now() AS now');
    return row?.now ?? new Date();
  }

  private async useStep(account: Account, code: string): Promise<boolean> {
    const step = await totpStep(account.totpSecret ?? '', code, await this.now(), account.totpLastStep);
    return step !== null && this.changed(useStepSql, [account.id, step]);
  }

  private useRecovery(account: Account, code: string): Promise<boolean> {
    return this.changed(useRecoverySql, [account.id, recoveryHash(code)]);
  }

  /** An UPDATE … RETURNING answers its rows and their number. */
  private async changed(sql: string, values: unknown[]): Promise<boolean> {
    const [, count] = await this.db.manager.query<[unknown[], number]>(sql, values);
    return count > 0;
  }
}
