import type { Locale } from '@gonggo/content';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * An address that leads to a posting's present one: a slug it was published under before, or the romanised form
 * of a Korean one. Kept when the posting goes, so that the address answers 410 and not 404.
 */
@Entity('slug_alias')
@Index('slug_alias_posting_id_idx', ['postingId'])
export class SlugAlias {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'slug_alias_pkey' }) locale!: Locale;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'slug_alias_pkey' }) slug!: string;
  @Column('uuid', { name: 'posting_id' }) postingId!: string;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
}
