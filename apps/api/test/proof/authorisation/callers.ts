import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { type Role, roles, type Scope, scopes } from '@gonggo/contract';
import type { TestApi } from '../../support/api.ts';

/** One way to come to the API: with nothing, as a person of a role, with a key of some scopes. */
export interface Subject {
  name: string;
  role: Role | null;
  scopes: Scope[] | null;
  accountId: string | null;
  headers: Record<string, string>;
}

/** Nobody, one person of each role, a key for each scope alone, and a key with all of them. */
export async function everyCaller(api: TestApi): Promise<Subject[]> {
  const nobody = { role: null, scopes: null, accountId: null };
  const callers: Subject[] = [{ name: 'nobody', ...nobody, headers: api.caller().headers }];
  for (const role of roles) {
    const { accountId, headers } = await api.signIn(role);
    callers.push({ name: role, role, scopes: null, accountId, headers });
  }
  for (const some of [...scopes.map((scope) => [scope]), [...scopes]]) {
    const { headers } = await api.withKey(...some);
    const name = some.length > 1 ? 'key with every scope' : `key with ${some.join()}`;
    callers.push({ name, ...nobody, scopes: some, headers });
  }
  return callers;
}

/** Another session of the same person, for what would end the one they have. Others are left as they are. */
export async function anotherSession(
  api: TestApi,
  caller: Subject,
): Promise<Subject & { sessionId: string }> {
  const sessionId = randomUUID();
  if (!caller.accountId) return { ...caller, sessionId };
  const token = randomBytes(32).toString('base64url');
  await api.sql(
    `INSERT INTO session (id, token_hash, account_id, user_agent, created_at, seen_at, expires_at)
     VALUES ($1, $2, $3, 'test', now(), now(), now() + interval '1 day')`,
    [sessionId, createHash('sha256').update(token).digest('hex'), caller.accountId],
  );
  return { ...caller, sessionId, headers: { ...caller.headers, cookie: `gonggo=${token}` } };
}
