import { roles, type Role } from '@gonggo/contract';
import { Account } from '../auth/account.ts';
import { insertAccount } from '../accounts/accounts.service.ts';
import { audit } from '../platform/audit/audit.ts';
import { makeInvitation } from '../accounts/invitations.ts';
import { hashPassword } from '../auth/passwords.ts';
import { forgetAbout } from '../auth/rate-limits.ts';
import { newToken } from '../auth/secrets.ts';
import { endSessions } from '../auth/sessions.ts';
import type { Config } from '../platform/config/config.ts';
import { asOwner, say, UsageError } from './owning.ts';

export async function addUser(config: Config, [email, role, ...name]: string[]): Promise<void> {
  if (!email || !roles.includes(role as Role)) {
    throw new UsageError(`Usage: gonggo user add <email> <${roles.join('|')}> [name]`);
  }
  const body = {
    email,
    role: role as Role,
    name: name.join(' ').normalize('NFC') || (email.split('@', 1)[0] ?? email),
  };
  const { url } = await asOwner(config, async (tx) => {
    const account = await insertAccount(tx, body);
    await audit(tx, null, 'account.created', { kind: 'account', id: account.id }, { role: account.role });
    return makeInvitation(tx, account, config.siteUrl);
  });
  say(`${email} can set a password here within 24 hours, once:\n${url}`);
}

/** For who is locked out: also takes the second factor away and unlocks the account. */
export async function resetPassword(config: Config, [address]: string[]): Promise<void> {
  if (!address) throw new UsageError('Usage: gonggo user password <email>');
  const email = address.trim().normalize('NFC').toLowerCase();
  const password = newToken().slice(0, 20);
  const passwordHash = await hashPassword(password);
  await asOwner(config, async (tx) => {
    const account = await tx.findOneBy(Account, { email });
    if (!account) throw new UsageError(`There is no account ${email}.`);
    const cleared = { totpSecret: null, totpPending: null, recoveryCodes: [], lockedAt: null };
    await tx.update(Account, { id: account.id }, { passwordHash, ...cleared });
    await endSessions(tx, account.id);
    await forgetAbout(tx, account.email);
    await audit(tx, null, 'account.password-changed', { kind: 'account', id: account.id });
  });
  say(
    `New password of ${email}: ${password}\nTOTP is off and all sessions have ended. Change the password after signing in.`,
  );
}
