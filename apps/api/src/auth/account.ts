import type { Role } from '@gonggo/contract';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Someone who can sign in. Accounts are locked, never deleted: drafts and the audit log go on naming them. */
@Entity('account')
@Index('account_email_key', ['email'], { unique: true })
export class Account {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'account_pkey' }) id!: string;
  /** NFC, lower case: one mailbox, one account. */
  @Column('text') email!: string;
  @Column('text') name!: string;
  /** Role readers see, for example "CTO". */
  @Column('text', { default: '' }) byline!: string;
  /** An image. */
  @Column('uuid', { nullable: true }) avatar!: string | null;
  @Column('text') role!: Role;
  @Column('text', { default: 'ko' }) language!: 'ko' | 'en';
  /** argon2id in PHC form; null = invited, nothing set yet. */
  @Column('text', { name: 'password_hash', nullable: true }) passwordHash!: string | null;
  /** Base32, sealed with SECRET_KEY (`sealed.ts`). Null = no second factor. */
  @Column('text', { name: 'totp_secret', nullable: true }) totpSecret!: string | null;
  /** Sealed likewise, shown but not yet confirmed with a code. */
  @Column('text', { name: 'totp_pending', nullable: true }) totpPending!: string | null;
  /** The newest 30-second step a code was taken for: a code works once. */
  @Column('int', { name: 'totp_last_step', default: 0 }) totpLastStep!: number;
  /** SHA-256 of the recovery codes that are left, hex. */
  @Column('text', { name: 'recovery_codes', array: true, default: [] }) recoveryCodes!: string[];
  @Column('timestamptz', { name: 'locked_at', nullable: true }) lockedAt!: Date | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
  /** To the minute. */
  @Column('timestamptz', { name: 'seen_at', nullable: true }) seenAt!: Date | null;
  /** Belongs to the demo company: `gonggo demo remove` takes it away. */
  @Column('boolean', { default: false }) demo!: boolean;
}
