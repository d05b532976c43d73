import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '../platform/config/config.ts';
import { Transactions } from '../platform/database/transactions.ts';
import { conflict, Problem } from '../platform/problem/problem.ts';
import type { Account } from './account.ts';
import { isSealed, open, seal } from './sealed.ts';
import { wrongCredentials } from './wrong-credentials.ts';
import { recoveryHash, totpStep } from './totp.ts';

const useStepSql = `UPDATE account SET totp_last_step = $2 WHERE id = $1 AND totp_last_step < $2 RETURNING id`;
const useRecoverySql = `
  UPDATE account SET recovery_codes = array_remove(recovery_codes, $2)
  WHERE id = $1 AND $2 = ANY(recovery_codes) RETURNING id`;

const plainSql = {
  totp_secret: `SELECT id, totp_secret AS secret FROM account WHERE totp_secret NOT LIKE 'v1.%'`,
  totp_pending: `SELECT id, totp_pending AS secret FROM account WHERE totp_pending NOT LIKE 'v1.%'`,
};
const sealSql = {
  totp_secret: 'UPDATE account SET totp_secret = $3 WHERE id = $1 AND totp_secret = $2',
  totp_pending: 'UPDATE account SET totp_pending = $3 WHERE id = $1 AND totp_pending = $2',
};

/** The code after the password. Each code works once, even when it is sent twice at the same moment. */
@Injectable()
export class SecondFactor implements OnApplicationBootstrap {
  private readonly log = new Logger(SecondFactor.name);

  constructor(
    private readonly db: Transactions,
    private readonly config: Config,
  ) {}

  /** Secrets that were stored before SECRET_KEY was set are sealed at the next start. */
  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.secretKey) return;
    type Row = { id: string; secret: string };
    for (const column of ['totp_secret', 'totp_pending'] as const) {
      const rows = await this.db.manager.query<Row[]>(plainSql[column]);
      for (const { id, secret } of rows)
        await this.db.manager.query(sealSql[column], [id, secret, this.sealed(id, secret)]);
    }
  }

  /** A secret as it is stored. 409 where no SECRET_KEY is set: a dump of the database would hold it in plain. */
  sealed(accountId: string, secret: string): string {
    const { secretKey } = this.config;
    if (!secretKey) throw conflict('Set SECRET_KEY first: without it, secrets would be stored in plain.');
    return seal(secretKey, 'totp', accountId, secret);
  }

  /** A stored secret as the authenticator has it; null when it was sealed with another SECRET_KEY. */
  opened(accountId: string, stored: string): string | null {
    if (!isSealed(stored)) return stored;
    const { secretKey } = this.config;
    const secret = secretKey ? open(secretKey, 'totp', accountId, stored) : null;
    if (secret === null) {
      this.log.error(
        `The TOTP secret of account ${accountId} was sealed with another SECRET_KEY: only recovery codes work. ` +
          'Put the former key back, or run: gonggo user password <email>',
      );
    }
    return secret;
  }

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
    const secret = this.opened(account.id, account.totpSecret ?? '');
    if (!secret) return false;
    const step = await totpStep(secret, code, await this.now(), account.totpLastStep);
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
