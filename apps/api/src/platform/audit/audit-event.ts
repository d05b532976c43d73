import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Who did what, written in the transaction that did it. Never changed. */
@Entity('audit_event')
@Index('audit_event_at_idx', ['at', 'id'])
@Index('audit_event_actor_idx', ['actorId', 'at'])
@Index('audit_event_action_idx', ['action', 'at'])
@Index('audit_event_subject_idx', ['subjectId', 'at'])
export class AuditEvent {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'audit_event_pkey' }) id!: string;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
  /** Account or key; null = the command line. */
  @Column('uuid', { name: 'actor_id', nullable: true }) actorId!: string | null;
  /** Its name then. */
  @Column('text', { name: 'actor_name' }) actorName!: string;
  /** For example `account.locked`, `posting.published`. */
  @Column('text') action!: string;
  @Column('text', { name: 'subject_kind' }) subjectKind!: string;
  @Column('uuid', { name: 'subject_id', nullable: true }) subjectId!: string | null;
  /** What changed. No secrets, no text of drafts. */
  @Column('jsonb', { default: {} }) detail!: Record<string, unknown>;
}
