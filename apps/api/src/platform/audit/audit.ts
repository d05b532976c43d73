import { randomUUID } from 'node:crypto';
import type { AuditAction } from '@gonggo/contract';
import { Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { afterCommit } from '../database/after-commit.ts';
import type { Actor } from '../../auth/actor.ts';
import { AuditEvent } from './audit-event.ts';

export interface AuditSubject {
  kind: 'account' | 'api-key' | 'session' | 'settings' | 'posting' | 'image' | 'term' | 'route';
  id: string | null;
}

/** What the process's log calls lines of the security log. */
export const auditContext = 'Audit';
const log = new Logger(auditContext);

type By = Pick<Actor, 'accountId' | 'keyId' | 'name'> | null;

/**
 * Writes down who did what, in the transaction that does it, and says so in the process's log once that has committed.
 * `by` null = the command line; nobody known is the `stranger`. `detail` holds no secret and no text of a draft.
 */
export async function audit(
  tx: EntityManager,
  by: By,
  action: AuditAction,
  subject: AuditSubject,
  detail: AuditEvent['detail'] = {},
): Promise<void> {
  const event = newAuditEvent(tx, by, action, subject, detail);
  await tx.insert(AuditEvent, { ...event, detail: detail as never });
}

/** The same for those who write the row in a statement of their own. */
export function newAuditEvent(
  tx: EntityManager,
  by: By,
  action: AuditAction,
  subject: AuditSubject,
  detail: AuditEvent['detail'] = {},
): Omit<AuditEvent, 'at'> {
  const event = {
    id: randomUUID(),
    actorId: by?.accountId ?? by?.keyId ?? null,
    actorName: by?.name ?? 'command line',
    action,
    subjectKind: subject.kind,
    subjectId: subject.id,
    detail,
  };
  afterCommit(tx, () => log.log(JSON.stringify(event)));
  return event;
}

/** Who tried to sign in and is not known to be anybody. */
export const stranger = { accountId: null, keyId: null, name: 'stranger' } as const;
