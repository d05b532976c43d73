import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ImageVariant } from './image-variant.ts';

/** 256 KB (the last one less) of a variant's file, so that no file is ever in memory as a whole. */
@Entity({ name: 'image_chunk' })
export class ImageChunk {
  @PrimaryColumn({ name: 'variant_id', type: 'uuid', primaryKeyConstraintName: 'image_chunk_pkey' })
  @ForeignKey(() => ImageVariant, { name: 'image_chunk_variant_id_fkey', onDelete: 'CASCADE' })
  variantId!: string;
  /** From 0, without holes. */
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'image_chunk_pkey' }) n!: number;
  @Column({ type: 'bytea' }) data!: Buffer;
}
