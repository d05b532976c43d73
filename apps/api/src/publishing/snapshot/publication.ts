import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** One publish, for ever: the whole posting frozen as text. Never updated; outlives its posting. */
@Entity('publication')
@Unique('publication_posting_version_key', ['postingId', 'version'])
export class Publication {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'publication_pkey' }) id!: string;
  @Column('uuid', { name: 'posting_id' }) postingId!: string;
  /** Counts the publications of a posting, from 1. */
  @Column('int') version!: number;
  /** JSON of a FrozenPosting (see frozen.ts), as text so that not a byte of it moves. */
  @Column('text') document!: string;
  /** Of the document's JSON; older ones are brought up to date when read. */
  @Column('int', { name: 'shape_version' }) shapeVersion!: number;
  /** SHA-256 of `document`, hex. */
  @Column('text') hash!: string;
  @Column('text') title!: string;
  @Column('timestamptz', { name: 'published_at' }) publishedAt!: Date;
  /** Name of who published it. */
  @Column('text', { name: 'published_by', nullable: true }) publishedBy!: string | null;
}
