import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from './account.ts';

/** Somebody signed in on one browser. The token lives in the cookie; here is only its hash. */
@Entity('session')
@Index('session_token_hash_key', ['tokenHash'], { unique: true })
@Index('session_account_id_idx', ['accountId'])
export class Session {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'session_pkey' }) id!: string;
  /** SHA-256 of the token, hex. */
  @Column('text', { name: 'token_hash' }) tokenHash!: string;
  @Column('uuid', { name: 'account_id' })
  @ForeignKey(() => Account, { name: 'session_account_id_fkey', onDelete: 'CASCADE' })
  accountId!: string;
  /** As the browser names itself, cut at 300 characters. */
  @Column('text', { name: 'user_agent' }) userAgent!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  /** To the minute. */
  @Column('timestamptz', { name: 'seen_at' }) seenAt!: Date;
  /** When password and code were last asked for again; null = not since the sign-in. */
  @Column('timestamptz', { name: 'confirmed_at', nullable: true }) confirmedAt!: Date | null;
  /** SESSION_IDLE_DAYS after `seen_at`, never later than SESSION_MAX_DAYS after `created_at`. */
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
}
