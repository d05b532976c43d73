import { pilesMarks, type Locale } from '@gonggo/content';

/** Keys by which the home page filters, in the order in which they stand in an address. */
export const filterKeys = [
  'team',
  'jobFamily',
  'employmentType',
  'level',
  'location',
  'remote',
  'tag',
] as const;
export type FilterKey = (typeof filterKeys)[number];

const homeKeys = [...filterKeys, 'cursor'] as const;
const longestValue = 200;
/** Room for every filter with its longest value, encoded and decomposed; of more only so much is read. */
const longestQuery = 8192;
/** The same for a path: no page of ours has a longer address. */
const longestPath = 8192;

/** Where a reader's address leads: to a page of ours, rendered and kept under `path`, or on to a better address. */
export type ReaderRoute = { path: string; locale: Locale } | { redirect: string };

/**
 * Every address has one canonical form. Unknown query keys (`utm_*`) make no difference; whatever is no page of
 * ours is the "missing" page of its language, so that guessed addresses share one entry.
 */
export function readerRoute(target: string): ReaderRoute {
  const [rawPath = '', rawQuery = ''] = splitOnce(target, '?');
  const locale: Locale = /^\/en(\/|$)/.test(rawPath) ? 'en' : 'ko';
  const base = locale === 'en' ? '/en' : '';
  const missing = { path: `${base}/missing`, locale };

  const path = decoded(rawPath);
  // A second slash or a backslash would make a redirect lead to another host.
  if (path === null || /^\/\/|\\|\0/.test(path)) return missing;
  const canonical = withoutEndSlashes(path.normalize('NFC'));
  const route = routeOf(canonical, base, locale, rawQuery);
  if (!route) return missing;
  if (canonical !== path) return { redirect: encodeURI(canonical) + (rawQuery ? `?${rawQuery}` : '') };
  return route;
}

function routeOf(path: string, base: string, locale: Locale, query: string): ReaderRoute | null {
  if (path === (base || '/')) return { path: path + homeQuery(query), locale };
  const slug = path.startsWith(`${base}/posts/`) ? path.slice(`${base}/posts/`.length) : '';
  // No other character stands in a slug; what renders would take some for parts of a path (`..`, `[slug]`).
  if (slug.length > 200 || !/^[\p{L}\p{N}\p{M}-]+$/u.test(slug)) return null;
  return { path: `${base}/posts/${encodeURIComponent(slug)}`, locale };
}

function homeQuery(query: string): string {
  const asked = new URLSearchParams(query.slice(0, longestQuery));
  const kept = new URLSearchParams();
  for (const key of homeKeys) {
    const given = asked.get(key);
    if (!given || given.length > 3 * longestValue || pilesMarks(given)) continue;
    const value = given.normalize('NFC').trim();
    if (value && value.length <= longestValue) kept.set(key, value);
  }
  return kept.size ? `?${kept}` : '';
}

/** null = no path of ours: too long, not UTF-8, or more marks in a row than any script writes. */
function decoded(path: string): string | null {
  if (path.length > longestPath) return null;
  try {
    const text = decodeURIComponent(path);
    return pilesMarks(text) ? null : text;
  } catch {
    return null;
  }
}

function withoutEndSlashes(path: string): string {
  let end = path.length;
  while (end > 1 && path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
}

function splitOnce(text: string, at: string): [string, string] {
  const index = text.indexOf(at);
  return index < 0 ? [text, ''] : [text.slice(0, index), text.slice(index + 1)];
}
