import type { ImageInfo } from '@gonggo/content';
import { createHash } from 'node:crypto';
import { thumbHashToAverageRGBA } from 'thumbhash';
import { accentCss } from './accent.ts';

/**
 * The one inline style of a page: the company's accent, and each picture's mean colour until it is there, or its ground. It stands
 * before the stylesheet, so it outweighs the tokens.
 */
export function pageStyle(accent: string, images: Record<string, ImageInfo>): string {
  const colours = accentCss(accent);
  const grounds = Object.entries(images).map(([id, image]) => ground(id, image.thumbhash));
  return (colours ? `:root:root{${colours}}` : '') + grounds.join('');
}

function ground(id: string, thumbhash: string): string {
  if (!/^[\w-]+$/.test(id) || !thumbhash) return '';
  const hash = Buffer.from(thumbhash, 'base64');
  if (hash.length < 5) return '';
  const { r, g, b, a } = thumbHashToAverageRGBA(hash);
  // What is see-through stands on the page itself, and in the dark on a light ground: it was drawn in dark ink.
  if (a < 1) return `:root:root:root [src^="/media/${id}/"]{background:var(--picture-ground)}`;
  const hex = [r, g, b]
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('');
  return `:root [src^="/media/${id}/"]{background:#${hex}}`;
}

/** How the policy names it. */
export const styleHash = (style: string): string | null =>
  style === '' ? null : `sha256-${createHash('sha256').update(style).digest('base64')}`;
