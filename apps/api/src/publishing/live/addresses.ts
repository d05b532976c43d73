import type { Locale } from '@gonggo/content';

/** Where a posting's page is. */
export const pageAddress = (siteUrl: string, locale: Locale, slug: string): string =>
  `${siteUrl}${locale === 'en' ? '/en' : ''}/posts/${encodeURIComponent(slug)}`;

/** Where the API tells it, in one of its forms; on the site's origin. */
export function apiAddress(
  siteUrl: string,
  locale: Locale,
  slug: string,
  form: 'markdown' | 'jsonld',
): string {
  const posting = `${siteUrl}/api/v1/postings/${encodeURIComponent(slug)}`;
  return form === 'jsonld'
    ? `${posting}/jsonld?locale=${locale}`
    : `${posting}?locale=${locale}&format=${form}`;
}
