import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How often something was tried in a window of time. In the database, so that all instances count together. */
@Entity('rate_limit')
@Index('rate_limit_window_start_idx', ['windowStart'])
export class RateLimit {
  /** What is counted, hashed: neither addresses nor emails are kept. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'rate_limit_pkey' }) key!: string;
  @Column('timestamptz', { name: 'window_start' }) windowStart!: Date;
  @Column('int') count!: number;
}
