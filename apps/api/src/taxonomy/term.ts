import type { TermKind } from '@gonggo/contract';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One word of the vocabulary: a team, a job family or a tag. */
@Entity('term')
@Index('term_kind_slug_key', ['kind', 'slug'], { unique: true })
@Check('term_kind_check', `kind IN ('team', 'jobFamily', 'tag')`)
export class Term {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'term_pkey' }) id!: string;
  @Column('text') kind!: TermKind;
  /** What addresses and filters name it by; never changed once made. */
  @Column('text') slug!: string;
  @Column('text', { name: 'name_ko' }) nameKo!: string;
  /** Empty = the Korean name serves both. */
  @Column('text', { name: 'name_en', default: '' }) nameEn!: string;
  @Column('int', { default: 1 }) revision!: number;
  /** Belongs to the demo company: `gonggo demo remove` takes it away. */
  @Column('boolean', { default: false }) demo!: boolean;
}
