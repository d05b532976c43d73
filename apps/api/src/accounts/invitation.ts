import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../auth/account.ts';

/** A link that lets its holder set an account's password, once, within 24 hours. */
@Entity('invitation')
@Index('invitation_token_hash_key', ['tokenHash'], { unique: true })
@Index('invitation_account_id_idx', ['accountId'])
export class Invitation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'invitation_pkey' }) id!: string;
  /** SHA-256 of the token, hex. */
  @Column('text', { name: 'token_hash' }) tokenHash!: string;
  @Column('uuid', { name: 'account_id' })
  @ForeignKey(() => Account, { name: 'invitation_account_id_fkey', onDelete: 'CASCADE' })
  accountId!: string;
  /** `reset` = the account had a password already. */
  @Column('text') kind!: 'invitation' | 'reset';
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt!: Date | null;
}
