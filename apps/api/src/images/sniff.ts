import type { ImageType } from './image.ts';

/** How many first bytes tell the type. */
export const sniffBytes = 12;

/** What a file's first bytes say it is; its name and declared type say nothing. null = nothing we take. */
export function sniff(start: Buffer): ImageType | null {
  const hex = start.toString('hex', 0, sniffBytes);
  const latin = start.toString('latin1', 0, sniffBytes);
  if (hex.startsWith('ffd8ff')) return 'jpeg';
  if (hex.startsWith('89504e470d0a1a0a')) return 'png';
  if (/^GIF8[79]a/.test(latin)) return 'gif';
  if (latin.startsWith('RIFF') && latin.slice(8, 12) === 'WEBP') return 'webp';
  return null;
}
