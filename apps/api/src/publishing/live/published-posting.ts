import type { Locale } from '@gonggo/content';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** One value a posting is counted under in the facets. */
export interface FacetEntry {
  facet: 'team' | 'jobFamily' | 'employmentType' | 'level' | 'location' | 'remote' | 'tag' | 'locale';
  value: string;
  name: string;
}

/**
 * What the world reads: one row per live posting and language, with every reply ready as text.
 * A reading picks `open…` or `closed…` by `closes_at` and the database's clock, so closing needs no job.
 */
@Entity('published_posting')
@Unique('published_posting_locale_slug_key', ['locale', 'slug'])
@Index('published_posting_variant_group_idx', ['variantGroup'])
@Index('published_posting_published_idx', ['firstPublishedAt', 'postingId'])
@Index('published_posting_team_idx', ['locale', 'team', 'firstPublishedAt', 'postingId'])
@Index('published_posting_family_idx', ['locale', 'jobFamily', 'firstPublishedAt', 'postingId'])
@Index('published_posting_closes_idx', ['closesAt', 'postingId'])
@Index('published_posting_closing_order_idx', { synchronize: false })
@Index('published_posting_told_idx', ['closingTold', 'closesAt'])
@Index('published_posting_title_idx', ['title', 'postingId'])
@Index('published_posting_tags_idx', ['tags'], { type: 'gin' })
@Index('published_posting_images_idx', ['imageIds'], { type: 'gin' })
export class PublishedPosting {
  @PrimaryColumn('uuid', { name: 'posting_id', primaryKeyConstraintName: 'published_posting_pkey' })
  postingId!: string;
  @Column('uuid', { name: 'variant_group' }) variantGroup!: string;
  @Column('text') locale!: Locale;
  @Column('text') slug!: string;
  @Column('int') version!: number;
  /** The moment of closing, by date or by hand; null = until filled. */
  @Column('timestamptz', { name: 'closes_at', nullable: true }) closesAt!: Date | null;
  /** The `closed` change of this closing is in the feed already. */
  @Column('boolean', { name: 'closing_told', default: false }) closingTold!: boolean;

  @Column('text', { name: 'open_json' }) openJson!: string;
  @Column('text', { name: 'open_json_etag' }) openJsonEtag!: string;
  @Column('text', { name: 'open_html' }) openHtml!: string;
  @Column('text', { name: 'open_html_etag' }) openHtmlEtag!: string;
  @Column('text', { name: 'open_markdown' }) openMarkdown!: string;
  @Column('text', { name: 'open_markdown_etag' }) openMarkdownEtag!: string;
  @Column('text', { name: 'open_text' }) openText!: string;
  @Column('text', { name: 'open_text_etag' }) openTextEtag!: string;
  @Column('text', { name: 'open_jsonld' }) openJsonld!: string;
  @Column('text', { name: 'open_jsonld_etag' }) openJsonldEtag!: string;
  @Column('text', { name: 'open_item' }) openItem!: string;

  @Column('text', { name: 'closed_json' }) closedJson!: string;
  @Column('text', { name: 'closed_json_etag' }) closedJsonEtag!: string;
  @Column('text', { name: 'closed_html' }) closedHtml!: string;
  @Column('text', { name: 'closed_html_etag' }) closedHtmlEtag!: string;
  @Column('text', { name: 'closed_markdown' }) closedMarkdown!: string;
  @Column('text', { name: 'closed_markdown_etag' }) closedMarkdownEtag!: string;
  @Column('text', { name: 'closed_text' }) closedText!: string;
  @Column('text', { name: 'closed_text_etag' }) closedTextEtag!: string;
  @Column('text', { name: 'closed_jsonld' }) closedJsonld!: string;
  @Column('text', { name: 'closed_jsonld_etag' }) closedJsonldEtag!: string;
  @Column('text', { name: 'closed_item' }) closedItem!: string;

  /** Sorted as Korean readers expect. */
  @Column({ type: 'text', collation: 'ko-KR-x-icu' }) title!: string;
  @Column('text', { nullable: true }) team!: string | null;
  @Column('text', { name: 'job_family', nullable: true }) jobFamily!: string | null;
  @Column('text', { name: 'employment_type', nullable: true }) employmentType!: string | null;
  @Column('text', { nullable: true }) level!: string | null;
  @Column('text', { nullable: true }) remote!: string | null;
  /** Localities. */
  @Column('text', { array: true, default: [] }) locations!: string[];
  /** Tag slugs. */
  @Column('text', { array: true, default: [] }) tags!: string[];
  @Column('jsonb', { default: [] }) facets!: FacetEntry[];
  /** Every image the publication shows: what makes an image public. */
  @Column('uuid', { name: 'image_ids', array: true, default: [] }) imageIds!: string[];

  @Column('timestamptz', { name: 'first_published_at' }) firstPublishedAt!: Date;
  /** When this version was published. */
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  /** What the ready texts are made with, besides the publication: see texts.ts. */
  @Column('text', { name: 'made_with' }) madeWith!: string;
  /** When the ready texts were made; Last-Modified, until the closing. */
  @Column('timestamptz', { name: 'rendered_at' }) renderedAt!: Date;
}
