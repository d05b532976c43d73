import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type * as Wire from '@gonggo/contract';
import type { EntityManager } from 'typeorm';
import { Config } from '../platform/config/config.ts';
import { Transactions } from '../platform/database/transactions.ts';
import { networkOf } from '@gonggo/reply-store';
import { Problem } from '../platform/problem/problem.ts';
import { Account } from '../auth/account.ts';
import { audit } from '../platform/audit/audit.ts';
import { Invitation } from './invitation.ts';
import { hashPassword } from '../auth/passwords.ts';
import { forgetAbout, RateLimits } from '../auth/rate-limits.ts';
import { hashOf, newToken } from '../auth/secrets.ts';
import { endSessions } from '../auth/sessions.ts';
import { checkPassword, passwordContext } from '../auth/weak-passwords.ts';

const makeSql = `
  INSERT INTO invitation (id, token_hash, account_id, kind, expires_at)
  VALUES ($1, $2, $3, $4, clock_now() + interval '24 hours') RETURNING expires_at`;

const useSql = `
  UPDATE invitation SET used_at = clock_now()
  WHERE token_hash = $1 AND used_at IS NULL AND expires_at > clock_now()
  RETURNING account_id`;

const goodSql = `
  SELECT email, name FROM invitation JOIN account ON account.id = invitation.account_id
  WHERE token_hash = $1 AND used_at IS NULL AND expires_at > clock_now() AND locked_at IS NULL`;

/** Who made the link stands in the log, written with it: the bound keeps the search to the index on `at`. */
const lookUpSql = `
  SELECT site_name AS "siteName", email, account.name, role, kind = 'reset' AS reset, expires_at AS until,
    (SELECT actor_name FROM audit_event
     WHERE at > expires_at - interval '25 hours' AND subject_kind = 'account' AND subject_id = account.id
       AND actor_id IS NOT NULL AND action IN ('account.created', 'account.invited')
     ORDER BY at DESC LIMIT 1) AS "invitedBy"
  FROM invitation JOIN account ON account.id = invitation.account_id, setting
  WHERE token_hash = $1 AND used_at IS NULL AND expires_at > clock_now() AND locked_at IS NULL`;

/** Tries from one network: to look, and to set a password. */
const most = { look: 60, accept: 30 };

/** Links that let their holder set a password: single use, 24 hours. */
@Injectable()
export class Invitations {
  constructor(
    private readonly db: Transactions,
    private readonly limits: RateLimits,
    private readonly config: Config,
  ) {}

  make(tx: EntityManager, account: Account): Promise<Wire.Invitation> {
    return makeInvitation(tx, account, this.config.siteUrl);
  }

  /** What the link is about, for whoever holds it. One that does not count is refused as `accept` refuses it. */
  async lookUp({ token }: Wire.LookUpInvitation, address: string): Promise<Wire.OpenInvitation> {
    await this.limits.count([
      { key: `invitation looked up from ${networkOf(address)}`, most: most.look, seconds: 900 },
    ]);
    type Row = Omit<Wire.OpenInvitation, 'expiresAt'> & { until: Date };
    const [row] = await this.db.manager.query<Row[]>(lookUpSql, [hashOf(token)]);
    if (!row) throw spent();
    const { until, ...invitation } = row;
    return { ...invitation, expiresAt: until.toISOString() };
  }

  /** Sets the password and ends every session of the account. The link has then had its use. */
  async accept({ token, password }: Wire.AcceptInvitation, address: string): Promise<void> {
    await this.limits.count([
      { key: `invitation from ${networkOf(address)}`, most: most.accept, seconds: 900 },
    ]);
    const [owner] = await this.db.manager.query<{ email: string; name: string }[]>(goodSql, [hashOf(token)]);
    if (!owner) throw spent();
    await checkPassword(password, '/password', await passwordContext(this.db.manager, owner, this.config));
    const passwordHash = await hashPassword(password);
    await this.db.run(async (tx) => {
      const [rows] = await tx.query<[{ account_id: string }[], number]>(useSql, [hashOf(token)]);
      const id = rows[0]?.account_id;
      if (!id) throw spent();
      const account = await tx.findOneByOrFail(Account, { id });
      await tx.update(Account, { id }, { passwordHash });
      await endSessions(tx, id);
      await forgetAbout(tx, account.email);
      const self = { accountId: id, keyId: null, name: account.name };
      await audit(tx, self, 'account.invitation-accepted', { kind: 'account', id });
    });
  }
}

const spent = () =>
  new Problem(
    403,
    'forbidden',
    'This link was used, replaced or is older than 24 hours. Ask an owner for a new one.',
  );

/** A new link; older ones of the account stop working. The token is behind the `#`: no server's log ever sees it. */
export async function makeInvitation(tx: EntityManager, account: Account, siteUrl: string) {
  const token = newToken();
  await tx.delete(Invitation, { accountId: account.id });
  const kind = account.passwordHash ? 'reset' : 'invitation';
  const [row] = await tx.query<{ expires_at: Date }[]>(makeSql, [
    randomUUID(),
    hashOf(token),
    account.id,
    kind,
  ]);
  return {
    url: `${siteUrl}/admin/invitation#${token}`,
    expiresAt: (row?.expires_at ?? new Date()).toISOString(),
  };
}
