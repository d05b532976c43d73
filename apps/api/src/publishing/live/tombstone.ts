import type { Locale } from '@gonggo/content';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What was published once and is no longer: why its address answers 410. */
@Entity('tombstone')
@Index('tombstone_locale_slug_idx', ['locale', 'slug'])
export class Tombstone {
  @PrimaryColumn('uuid', { name: 'posting_id', primaryKeyConstraintName: 'tombstone_pkey' })
  postingId!: string;
  @Column('text') locale!: Locale;
  @Column('text') slug!: string;
  @Column('timestamptz', { name: 'withdrawn_at' }) withdrawnAt!: Date;
}
