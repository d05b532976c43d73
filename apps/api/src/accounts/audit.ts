import { randomUUID } from 'node:crypto';
import type { AuditAction } from '@gonggo/contract';
import { Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from './actor.ts';
import { AuditEvent } from './audit-event.ts';

export interface AuditSubject {
  kind: 'account' | 'api-key' | 'session' | 'settings' | 'posting' | 'route';
  id: string | null;
}

const log = new Logger('Audit');

/**
 * Writes down who did what, in the transaction that does it, and says so in the process's log. `by` null = the command
 * line; nobody known is the `stranger`. `detail` holds no secret and no text of a draft.
 */
export async function audit(
  tx: EntityManager,
  by: Pick<Actor, 'accountId' | 'keyId' | 'name'> | null,
  action: AuditAction,
  subject: AuditSubject,
  detail: AuditEvent['detail'] = {},
): Promise<void> {
  log.log(JSON.stringify({ action, by: by?.name ?? 'command line', subject, detail }));
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

/** Who tried to sign in and is not known to be anybody. */
export const stranger = { accountId: null, keyId: null, name: 'stranger' } as const;
