import type { Locale } from '@gonggo/content';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { wholeNumber } from '../../drafts/posting.ts';

export type ChangeKind = 'published' | 'updated' | 'closed' | 'reopened' | 'withdrawn';

/** One line of the change feed. `seq` is taken from the locked counter: commit order, no holes. */
@Entity('change')
@Index('change_posting_idx', ['postingId', 'seq'])
export class Change {
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'change_pkey', transformer: wholeNumber })
  seq!: number;
  @Column('text') type!: ChangeKind;
  @Column('uuid', { name: 'posting_id' }) postingId!: string;
  @Column('text') slug!: string;
  @Column('text') locale!: Locale;
  @Column('int') version!: number;
  /** When it took effect: for `closed`, the closing moment itself. */
  @Column('timestamptz') at!: Date;
  @Column('timestamptz', { name: 'closes_at', nullable: true }) closesAt!: Date | null;
}
