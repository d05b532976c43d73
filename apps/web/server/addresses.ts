import type { Locale } from '@gonggo/content';

/** Paths of the site, as they stand in links. */
export const homePath = (locale: Locale): string => (locale === 'ko' ? '/' : '/en');
export const feedPath = (locale: Locale): string => (locale === 'ko' ? '/feed.xml' : '/en/feed.xml');
