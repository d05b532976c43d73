import { Id, Line, ListOf, Moment, One, OneOf } from '@gonggo/content/schema';
import { ApiProperty } from '@nestjs/swagger';
import { Page } from './drafts.ts';

/** What is written down. A new action is added here: the admin must then name it in both languages. */
export const auditActions = [
  'account.created',
  'account.changed',
  'account.locked',
  'account.unlocked',
  'account.delay-lifted',
  'account.invited',
  'account.invitation-accepted',
  'account.password-changed',
  'account.totp-on',
  'account.totp-off',
  'session.begun',
  'session.refused',
  'session.limited',
  'session.confirmed',
  'session.confirmation-refused',
  'session.ended',
  'access.refused',
  'api-key.created',
  'api-key.revoked',
  'settings.changed',
  'posting.published',
  'posting.withdrawn',
  'posting.closed',
  'posting.reopened',
  'posting.restored',
  'posting.deleted',
  'image.deleted',
  'term.deleted',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** Who did what, or tried to. */
export class AuditEvent {
  @Id('Event') id!: string;
  @Moment('When') at!: string;
  @Id('Account or API key; null = the command line, or nobody known', { nullable: true }) actorId!:
    string | null;
  @Line(200, 'Its name then') actorName!: string;
  @OneOf(auditActions, 'What') action!: AuditAction;
  @Line(40, 'What it was done to: account, api-key, session, settings, posting, image, term or route')
  subjectKind!: string;
  @Id('Which one', { nullable: true }) subjectId!: string | null;
  @Line(320, 'Its name now; null = it is gone, or has none', { nullable: true }) subjectName!: string | null;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'What changed. No secrets, no text.',
  })
  detail!: Record<string, unknown>;
}

export class AuditEventList {
  @ListOf(() => AuditEvent, 100, 'Newest first') data!: AuditEvent[];
  @One(() => Page, 'Where it goes on') page!: Page;
}
