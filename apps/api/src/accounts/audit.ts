import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Actor } from './actor.ts';
import { AuditEvent } from './audit-event.ts';

/** What is written down. A new action is added here, so that the log's vocabulary is one list. */
export type AuditAction =
  | 'account.created'
  | 'account.changed'
  | 'account.locked'
  | 'account.unlocked'
  | 'account.invited'
  | 'account.invitation-accepted'
  | 'account.password-changed'
  | 'account.totp-on'
  | 'account.totp-off'
  | 'api-key.created'
  | 'api-key.revoked'
  | 'settings.changed'
  | 'posting.published'
  | 'posting.withdrawn'
  | 'posting.closed'
  | 'posting.reopened'
  | 'posting.restored'
  | 'posting.deleted';

export interface AuditSubject {
  kind: 'account' | 'api-key' | 'settings' | 'posting';
  id: string | null;
}

/** Writes down who did what, in the transaction that does it. `by` null = the command line. */
export async function audit(
  tx: EntityManager,
  by: Pick<Actor, 'accountId' | 'keyId' | 'name'> | null,
  action: AuditAction,
  subject: AuditSubject,
  detail: AuditEvent['detail'] = {},
): Promise<void> {
  await tx.insert(AuditEvent, {
    id: randomUUID(),
    actorId: by?.accountId ?? by?.keyId ?? null,
    actorName: by?.name ?? 'command line',
    action,
    subjectKind: subject.kind,
    subjectId: subject.id,
    detail: detail as never,
  });
}
