import type { Shows } from '@gonggo/contract/shows';
import type { Origin } from './upstream.ts';

/** What a rendered page tells the page store about itself, in a header that never leaves the house. */
export interface PageMeta extends Origin {
  /** When it stops being true: the next closing, opening or midnight (ms since 1970), or null. */
  expires: number | null;
  /** `sha256-…` of its inline style, or null when it has none. */
  style: string | null;
  shows: Shows;
}

export const pageMetaHeader = 'x-gonggo-page';

export const writePageMeta = (meta: PageMeta): string => encodeURIComponent(JSON.stringify(meta));

export function readPageMeta(header: string | string[] | undefined): PageMeta | null {
  return typeof header === 'string' ? (JSON.parse(decodeURIComponent(header)) as PageMeta) : null;
}
