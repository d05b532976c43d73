import type { Image as ImageReply, PublishedImage } from '@gonggo/contract';
import type { EntityManager } from 'typeorm';
import { sourcesOf } from './image-info.ts';
import { countUses } from './image-uses.ts';
import { ImageVariant } from './image-variant.ts';
import type { Image } from './image.ts';

/** Images as the library shows them, in the order given. */
export async function presentImages(db: EntityManager, images: Image[]): Promise<ImageReply[]> {
  const ids = images.map(({ id }) => id);
  const files = await filesOf(db, ids);
  const uses = await countUses(db, ids);
  return images.map((image) => {
    const own = files.filter(({ imageId }) => imageId === image.id);
    const webp = own.filter(({ format }) => format === 'webp');
    return {
      id: image.id,
      name: image.name,
      width: image.width,
      height: image.height,
      bytes: image.bytes,
      hash: image.hash,
      thumbhash: image.thumbhash,
      sources: sourcesOf(image.id, webp),
      alt: image.alt,
      credit: image.credit,
      creditUrl: image.creditUrl,
      licence: image.licence,
      revision: image.revision,
      uses: uses.get(image.id) ?? 0,
      createdAt: image.createdAt.toISOString(),
      working: !own.some(({ format }) => format === 'avif'),
    };
  });
}

export async function presentImage(db: EntityManager, image: Image): Promise<ImageReply> {
  const [reply] = await presentImages(db, [image]);
  if (!reply) throw new Error('an image was given');
  return reply;
}

/** What the public may know: neither the file's name nor who uses it. */
export function presentPublished(row: PublishedRow): PublishedImage {
  return {
    id: row.id,
    width: row.width,
    height: row.height,
    thumbhash: row.thumbhash,
    sources: sourcesOf(row.id, row.files),
    alt: row.alt,
    credit: row.credit,
    creditUrl: row.credit_url,
    licence: row.licence,
  };
}

/** A row of the view `published_image`, with its WebP files, widest first. */
export interface PublishedRow {
  id: string;
  width: number;
  height: number;
  thumbhash: string;
  alt: string;
  credit: string;
  credit_url: string;
  licence: PublishedImage['licence'];
  files: { width: number; height: number }[];
}

async function filesOf(db: EntityManager, imageIds: string[]): Promise<ImageVariant[]> {
  if (!imageIds.length) return [];
  return db
    .createQueryBuilder(ImageVariant, 'variant')
    .where('variant.imageId = ANY(:imageIds)', { imageIds })
    .orderBy('variant.width', 'DESC')
    .getMany();
}
