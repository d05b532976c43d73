import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Config } from '../platform/config/config.ts';
import { Account } from './account.ts';
import { hashPassword } from './passwords.ts';
import { newToken } from './secrets.ts';

/** Makes the owner while there is no account at all; null when there is one. Never changes an account. */
export async function createFirstOwner(
  tx: EntityManager,
  config: Pick<Config, 'ownerEmail' | 'ownerPassword'>,
): Promise<{ email: string; password: string } | null> {
  if (await tx.exists(Account)) return null;
  const password = config.ownerPassword ?? newToken().slice(0, 20);
  const email = config.ownerEmail;
  await tx.insert(Account, {
    id: randomUUID(),
    email,
    name: email.split('@', 1)[0] ?? email,
    role: 'owner',
    passwordHash: await hashPassword(password),
  });
  return { email, password };
}
