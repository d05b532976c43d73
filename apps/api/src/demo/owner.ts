import type { EntityManager } from 'typeorm';
import type { Actor } from '../auth/actor.ts';

/** The installation's first owner: in whose name the demo comes and goes. */
export async function firstOwner(db: EntityManager): Promise<Actor> {
  const [owner] = await db.query<{ id: string; name: string }[]>(
    `SELECT id, name FROM account
      WHERE role = 'owner' AND locked_at IS NULL AND NOT demo ORDER BY created_at, id LIMIT 1`,
  );
  if (!owner) throw new Error('There is no owner yet. Run: npm run gonggo -- migrate');
  return {
    accountId: owner.id,
    keyId: null,
    sessionId: null,
    name: owner.name,
    role: 'owner',
    scopes: null,
    confirmed: true,
  };
}
