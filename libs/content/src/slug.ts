import { romanize } from 'es-hangul';

const longest = 80;

/** Letters and digits of any script joined by '-', lower case, NFC, at most `max` characters; may be empty. */
export function slugOf(words: string, max: number = longest): string {
  const joined = words
    .normalize('NFC')
    .toLowerCase()
    .replace(/c\+\+/g, 'cpp')
    .replace(/([cf])#/g, '$1sharp')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|(?<!-)-+$/g, '');
  return Array.from(joined)
    .slice(0, max)
    .join('')
    .replace(/(?<!-)-+$/, '');
}

/** The address part of a title: keeps Hangul, at most 80 characters, `posting` when nothing is left. */
export function slugify(title: string): string {
  return slugOf(title) || 'posting';
}

/** An ASCII alias of a slug: Hangul in Revised Romanisation, other letters without their accents. */
export function romanise(slug: string): string {
  const ascii = slug
    .normalize('NFC')
    .replace(/[가-힣]+/g, (hangul) => romanize(hangul))
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
  return slugOf(ascii.replace(/[^\p{ASCII}]/gu, '-')) || 'posting';
}
