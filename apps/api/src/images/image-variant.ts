import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Image } from './image.ts';

/** `original` is our own best encoding, the source of later variants; it has no public address. */
export const variantFormats = ['original', 'webp', 'avif', 'jpeg'] as const;
export type VariantFormat = (typeof variantFormats)[number];

/** One file of an image: one width in one format. Never changed once written. */
@Entity({ name: 'image_variant' })
@Index('image_variant_file_key', ['imageId', 'format', 'width'], { unique: true })
@Check('image_variant_format_check', `"format" IN ('original', 'webp', 'avif', 'jpeg')`)
export class ImageVariant {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'image_variant_pkey' }) id!: string;
  @Column({ name: 'image_id', type: 'uuid' })
  @ForeignKey(() => Image, { name: 'image_variant_image_id_fkey', onDelete: 'CASCADE' })
  imageId!: string;
  @Column({ type: 'int' }) width!: number;
  @Column({ type: 'int' }) height!: number;
  @Column({ type: 'text' }) format!: VariantFormat;
  @Column({ type: 'int' }) bytes!: number;
  /** SHA-256 of the file, hex: its strong ETag. */
  @Column({ type: 'text' }) etag!: string;
}
