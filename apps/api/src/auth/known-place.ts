import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from './account.ts';

/** A network that an account signed in from: its tries there are its own. Kept 90 days after the last time. */
@Entity('known_place')
@Index('known_place_account_id_idx', ['accountId'])
@Index('known_place_seen_at_idx', ['seenAt'])
export class KnownPlace {
  /** SHA-256 of the account's email and the network, hex: addresses are not kept. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'known_place_pkey' }) key!: string;
  @Column('uuid', { name: 'account_id' })
  @ForeignKey(() => Account, { name: 'known_place_account_id_fkey', onDelete: 'CASCADE' })
  accountId!: string;
  @Column('timestamptz', { name: 'seen_at' }) seenAt!: Date;
}
