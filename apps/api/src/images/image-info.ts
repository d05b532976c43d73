import type { ImageInfo, ImageSource } from '@gonggo/content';
import type { EntityManager } from 'typeorm';
import { prepared } from '../platform/database/prepared.ts';

/** Path of one file on the site. Its bytes never change, so caches keep it for good. */
export const mediaPath = (imageId: string, width: number, format: 'webp' | 'avif') =>
  `/media/${imageId}/${width}.${format}`;

export interface ImageRow {
  id: string;
  width: number;
  height: number;
  thumbhash: string;
  /** Its WebP files, widest first. */
  files: { width: number; height: number }[];
}

/** Rows of images (`i`) whose ids `wanted` selects, by id; `more` are further columns. */
export const imageRowSql = (wanted: string, more = '') => `
  SELECT i.id, i.width, i.height, i.thumbhash, files.files ${more && `, ${more}`}
    FROM image i, LATERAL (
      SELECT json_agg(json_build_object('width', v.width, 'height', v.height) ORDER BY v.width DESC) AS files
        FROM image_variant v WHERE v.image_id = i.id AND v.format = 'webp') AS files
   WHERE i.id = ANY(${wanted}) AND files.files IS NOT NULL ORDER BY i.id`;

const infosStatement = { name: 'image-infos', text: imageRowSql('$1::uuid[]') };

/**
 * Shape and files of images, by id; what does not exist is left out. AVIF addresses are named from the first day,
 * although a job makes the files: until then they answer with the WebP of that width, so that a frozen document
 * never has to change.
 */
export async function imageInfos(
  db: EntityManager,
  ids: Iterable<string>,
): Promise<Record<string, ImageInfo>> {
  const wanted = [...new Set(ids)];
  if (!wanted.length) return {};
  const rows = await prepared<ImageRow>(db, infosStatement, [wanted]);
  return Object.fromEntries(rows.map((row) => [row.id, infoOf(row)]));
}

export function infoOf({ id, width, height, thumbhash, files }: ImageRow): ImageInfo {
  return { width, height, thumbhash, sources: sourcesOf(id, files) };
}

/** AVIF before WebP: a browser takes the first type it knows. */
export function sourcesOf(imageId: string, files: { width: number; height: number }[]): ImageSource[] {
  return (['avif', 'webp'] as const).flatMap((format) =>
    files.map(({ width, height }) => ({
      url: mediaPath(imageId, width, format),
      type: `image/${format}` as const,
      width,
      height,
    })),
  );
}
