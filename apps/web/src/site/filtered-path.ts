import type { Locale } from '@gonggo/content';
import { homePath } from './addresses.ts';
import type { Facet } from './view.ts';

/** Where the list begins on the home page: who narrows it down need not scroll past the picture again. */
export const listAnchor = 'open';

/** The home page with what is chosen now and `change` applied; null takes a condition away. */
export function filteredPath(locale: Locale, facets: Facet[], change: Record<string, string | null>): string {
  const query = new URLSearchParams();
  for (const { key, chosen } of facets) {
    const value = key in change ? change[key] : chosen;
    if (value) query.set(key, value);
  }
  if (change.cursor) query.set('cursor', change.cursor);
  return `${homePath(locale)}${query.size ? `?${query}` : ''}#${listAnchor}`;
}
