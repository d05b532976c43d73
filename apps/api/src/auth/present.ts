import type * as Wire from '@gonggo/contract';
import type { Account } from './account.ts';
import type { ApiKey } from './api-key.ts';
import type { Session } from './session.ts';

/** Rows as the contract shows them. Hashes, secrets and steps stay behind. */
export const presentMe = (row: Account): Wire.Me => ({
  id: row.id,
  email: row.email,
  name: row.name,
  byline: row.byline,
  avatar: row.avatar,
  role: row.role,
  language: row.language,
  totp: row.totpSecret !== null,
  recoveryCodesLeft: row.totpSecret ? row.recoveryCodes.length : 0,
});

/** `delayedUntil`: until when devices and places that the account does not know must wait to sign in to it. */
export const presentAccount = (row: Account, delayedUntil: Date | null = null): Wire.Account => ({
  id: row.id,
  email: row.email,
  name: row.name,
  byline: row.byline,
  avatar: row.avatar,
  role: row.role,
  locked: row.lockedAt !== null,
  totp: row.totpSecret !== null,
  pending: row.passwordHash === null,
  signInDelayedUntil: delayedUntil?.toISOString() ?? null,
  seenAt: row.seenAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
});

export const presentSession = (row: Session, current: string | null): Wire.SessionInfo => ({
  id: row.id,
  current: row.id === current,
  userAgent: row.userAgent,
  createdAt: row.createdAt.toISOString(),
  seenAt: row.seenAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
});

export const presentApiKey = (
  row: ApiKey,
  maker: Pick<Account, 'id' | 'name' | 'lockedAt'> | null,
): Wire.ApiKey => ({
  id: row.id,
  name: row.name,
  scopes: row.scopes,
  prefix: row.prefix,
  createdAt: row.createdAt.toISOString(),
  usedAt: row.usedAt?.toISOString() ?? null,
  expiresAt: row.expiresAt?.toISOString() ?? null,
  createdBy: maker && { id: maker.id, name: maker.name },
  stopped: maker?.lockedAt != null,
});
