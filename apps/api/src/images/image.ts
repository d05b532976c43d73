import { licences, type Licence } from '@gonggo/content';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

const list = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ');

/** The types of file we take, told by their first bytes. */
export const imageTypes = ['jpeg', 'png', 'webp', 'gif'] as const;
export type ImageType = (typeof imageTypes)[number];

export interface ImageWords {
  alt: string;
  credit: string;
  creditUrl: string;
  licence: Licence;
}

/**
 * A picture as somebody uploaded it, and the words that usually go with it. Its files are `image_variant` rows,
 * always our own encodings: the uploaded bytes, and with them place and camera, are not kept.
 */
@Entity({ name: 'image' })
@Index('image_hash_key', ['hash'], { unique: true })
@Index('image_created_at_idx', ['createdAt', 'id'])
@Check('image_type_check', `"type" IN (${list(imageTypes)})`)
@Check('image_licence_check', `"licence" IN (${list(licences)})`)
export class Image {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'image_pkey' }) id!: string;
  /** File name as uploaded, without folders. For people who sort the library; no address is made of it. */
  @Column({ type: 'text' }) name!: string;
  /** Pixels after rotation by the camera's orientation. */
  @Column({ type: 'int' }) width!: number;
  @Column({ type: 'int' }) height!: number;
  /** Size of the upload. */
  @Column({ type: 'int' }) bytes!: number;
  /** SHA-256 of the uploaded file, hex. The same file twice is one image. */
  @Column({ type: 'text' }) hash!: string;
  @Column({ type: 'text' }) type!: ImageType;
  /** Few, flat colours (a screenshot, a drawing): encoded so that small text stays crisp. */
  @Column({ type: 'boolean' }) graphic!: boolean;
  /** Base64 of the thumbhash, the blurred placeholder. */
  @Column({ type: 'text' }) thumbhash!: string;
  @Column({ type: 'text', default: '' }) alt!: string;
  @Column({ type: 'text', default: '' }) credit!: string;
  @Column({ name: 'credit_url', type: 'text', default: '' }) creditUrl!: string;
  @Column({ type: 'text', default: 'unknown' }) licence!: Licence;
  /** The words as of the last publication that shows it, or as it came into the settings: what the public reads. */
  @Column({ name: 'published_words', type: 'jsonb', nullable: true }) publishedWords!: ImageWords | null;
  /** Counts changes of the words; a change must name the one it started from. */
  @Column({ type: 'int', default: 1 }) revision!: number;
  /** Account that uploaded it, kept when that account is gone; null for the upload of an API key. */
  @Column({ name: 'created_by', type: 'uuid', nullable: true }) createdBy!: string | null;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt!: Date;
  /** Came with the demo company and leaves with it. */
  @Column({ type: 'boolean', default: false }) demo!: boolean;
}
