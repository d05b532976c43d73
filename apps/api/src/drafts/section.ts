import type { SectionContent, SectionKind } from '@gonggo/content';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Posting } from './posting.ts';

/** One ordered part of a draft. Its id outlives edits and moves: publications and consumers refer to it. */
@Entity('section')
@Index('section_posting_position_idx', ['postingId', 'position'])
export class Section {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'section_pkey' }) id!: string;
  @Column('uuid', { name: 'posting_id' })
  @ForeignKey(() => Posting, { name: 'section_posting_id_fkey', onDelete: 'CASCADE' })
  postingId!: string;
  /** From 0, without gaps. */
  @Column('int') position!: number;
  @Column('text') kind!: SectionKind;
  @Column('text', { default: '' }) heading!: string;
  @Column('jsonb') content!: SectionContent;
  /** Counts saves; a save must name the revision it started from. */
  @Column('int', { default: 1 }) revision!: number;
  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' }) updatedAt!: Date;
  /** Name of who saved it last. */
  @Column('text', { name: 'updated_by', nullable: true }) updatedBy!: string | null;
}
