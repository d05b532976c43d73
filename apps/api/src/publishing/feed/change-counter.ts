import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { wholeNumber } from '../../drafts/posting.ts';

/**
 * One row, locked by whoever changes what the world reads, so that numbers are given in commit order.
 * The migration inserts it.
 */
@Entity('change_counter')
@Check('change_counter_one_row', 'id = 1')
export class ChangeCounter {
  @PrimaryColumn('int', { primaryKeyConstraintName: 'change_counter_pkey' }) id!: 1;
  /** Newest number of the change feed. */
  @Column('bigint', { default: 0, transformer: wholeNumber }) seq!: number;
  /** Counts everything that changes a public byte, also what is no line of the feed (new image files). */
  @Column('bigint', { default: 0, transformer: wholeNumber }) revision!: number;
  /** Last time that `revision` moved: Last-Modified of lists. */
  @Column('timestamptz', { name: 'changed_at', default: () => 'now()' }) changedAt!: Date;
}
