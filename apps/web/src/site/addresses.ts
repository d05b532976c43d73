import type { Locale } from '@gonggo/content';

/** Paths of the site, as they stand in links. */
export const homePath = (locale: Locale): string => (locale === 'ko' ? '/' : '/en');
export const feedPath = (locale: Locale): string => (locale === 'ko' ? '/feed.xml' : '/en/feed.xml');
export const postPath = ({ locale, slug }: { locale: Locale; slug: string }): string =>
  `${locale === 'ko' ? '' : '/en'}/posts/${encodeURIComponent(slug)}`;

export const otherLocale = (locale: Locale): Locale => (locale === 'ko' ? 'en' : 'ko');

/** The path of an absolute address of ours: a link to it stays on the host by which the reader came. */
export const pathOf = (address: string): string => new URL(address, 'http://site').pathname;
