import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Work to be done later, written in the transaction that makes it necessary. Times are the database's. */
@Entity('job')
@Index('job_due_idx', ['runAt'], { where: 'done_at IS NULL' })
@Index('job_unique_key', ['uniqueKey'], { unique: true, where: 'done_at IS NULL' })
export class Job {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'job_pkey' }) id!: string;
  @Column('text') kind!: string;
  @Column('jsonb') payload!: Record<string, unknown>;
  @Column('timestamptz', { name: 'run_at', default: () => 'now()' }) runAt!: Date;
  /** Times it was begun. At `max_attempts` it is kept, with its error, and not begun again. */
  @Column('int', { default: 0 }) attempts!: number;
  @Column('int', { name: 'max_attempts', default: 10 }) maxAttempts!: number;
  /** Until when its claimer has it; renewed while it works, so a dead claimer loses it soon. */
  @Column('timestamptz', { name: 'locked_until', nullable: true }) lockedUntil!: Date | null;
  /** One claim, not one process: whoever finishes must still hold it. */
  @Column('uuid', { name: 'locked_by', nullable: true }) lockedBy!: string | null;
  @Column('text', { name: 'last_error', nullable: true }) lastError!: string | null;
  @Column('timestamptz', { name: 'done_at', nullable: true }) doneAt!: Date | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
  /** At most one waiting job per key: enqueuing again moves it. */
  @Column('text', { name: 'unique_key', nullable: true }) uniqueKey!: string | null;
}
