import type { EmploymentType, Level, Locale, PayUnit, PostingPlace, RemoteKind } from '@gonggo/content';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** What has become of a posting. Whether a live one is open or closed is for the clock to say. */
export type PostingState = 'draft' | 'live' | 'withdrawn';

/** Somebody named above the text; `accountId` is null for a person without an account. */
export interface PostingAuthorRow {
  accountId: string | null;
  name: string;
  role: string;
  avatar: string | null;
}

/** bigint arrives from PostgreSQL as a string; our amounts and counters are exact as numbers. */
export const wholeNumber = {
  to: (value: number | null) => value,
  from: (value: string | null) => (value === null ? null : Number(value)),
};

/** A posting as its authors write it: identity, facts with their revision, where it stands. */
@Entity('posting')
@Unique('posting_locale_slug_key', ['locale', 'slug'])
@Index('posting_updated_at_idx', ['updatedAt', 'id'])
@Index('posting_variant_group_idx', ['variantGroup'])
export class Posting {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'posting_pkey' }) id!: string;
  /** Shared by the same posting in several languages. */
  @Column('uuid', { name: 'variant_group' }) variantGroup!: string;
  @Column('text') locale!: Locale;
  @Column('text') slug!: string;

  @Column('text') title!: string;
  @Column('text', { name: 'job_title', default: '' }) jobTitle!: string;
  @Column('text', { default: '' }) summary!: string;
  @Column('uuid', { name: 'cover_image_id', nullable: true }) coverImageId!: string | null;
  @Column('text', { name: 'cover_alt', default: '' }) coverAlt!: string;
  /** Empty = the site's name. */
  @Column('text', { default: '' }) company!: string;
  @Column('uuid', { name: 'team_id', nullable: true }) teamId!: string | null;
  @Column('uuid', { name: 'job_family_id', nullable: true }) jobFamilyId!: string | null;
  /** Whether experience is asked for at all: both years may be open. */
  @Column('boolean', { name: 'has_experience', default: false }) hasExperience!: boolean;
  @Column('int', { name: 'min_years', nullable: true }) minYears!: number | null;
  @Column('int', { name: 'max_years', nullable: true }) maxYears!: number | null;
  @Column('text', { nullable: true }) level!: Level | null;
  @Column('text', { name: 'employment_type', nullable: true }) employmentType!: EmploymentType | null;
  @Column('jsonb', { default: [] }) locations!: PostingPlace[];
  @Column('text', { nullable: true }) remote!: RemoteKind | null;
  /** ISO 4217; null = no pay is named. */
  @Column('text', { name: 'pay_currency', nullable: true }) payCurrency!: string | null;
  /** Whole units of the currency. */
  @Column('bigint', { name: 'pay_min', nullable: true, transformer: wholeNumber }) payMin!: number | null;
  @Column('bigint', { name: 'pay_max', nullable: true, transformer: wholeNumber }) payMax!: number | null;
  @Column('text', { name: 'pay_unit', nullable: true }) payUnit!: PayUnit | null;
  @Column('int', { nullable: true }) openings!: number | null;
  @Column('timestamptz', { name: 'opens_at', nullable: true }) opensAt!: Date | null;
  @Column('timestamptz', { name: 'closes_at', nullable: true }) closesAt!: Date | null;
  /** IANA zone in which people read the times. */
  @Column('text', { name: 'closes_at_zone', default: 'Asia/Seoul' }) closesAtZone!: string;
  @Column('text', { name: 'apply_url', nullable: true }) applyUrl!: string | null;
  @Column('uuid', { name: 'tag_ids', array: true, default: [] }) tagIds!: string[];
  @Column('jsonb', { default: [] }) authors!: PostingAuthorRow[];

  @Column('uuid', { name: 'created_by', nullable: true }) createdBy!: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
  /** Of the facts, the outline or any section. */
  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' }) updatedAt!: Date;
  /** Counts saves of the facts; a save must name the one it started from. */
  @Column('int', { default: 1 }) revision!: number;
  /** Counts changes of which sections there are, in which order. */
  @Column('int', { name: 'outline_revision', default: 1 }) outlineRevision!: number;
  /** Counts every save of facts, outline and sections. */
  @Column('int', { default: 1 }) edits!: number;
  /** `edits` at the newest publication: when they differ, the draft does. */
  @Column('int', { name: 'published_edits', default: 0 }) publishedEdits!: number;

  /** Of the content of all sections together, as PostgreSQL writes it; kept by a trigger. */
  @Column('int', { name: 'content_bytes', default: 0 }) contentBytes!: number;

  /** Newest publication; 0 = never published. */
  @Column('int', { default: 0 }) version!: number;
  @Column('text', { default: 'draft' }) state!: PostingState;
  /** When somebody closed it before its time; reopening empties it. */
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt!: Date | null;
  /** Belongs to the demo company: `gonggo demo remove` takes it away. */
  @Column('boolean', { default: false }) demo!: boolean;
}
