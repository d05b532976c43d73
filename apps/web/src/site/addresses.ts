import type { Locale } from '@gonggo/content';

export { feedPath, homePath } from '../../server/addresses.ts';

export const postPath = ({ locale, slug }: { locale: Locale; slug: string }): string =>
  `${locale === 'ko' ? '' : '/en'}/posts/${encodeURIComponent(slug)}`;

export const otherLocale = (locale: Locale): Locale => (locale === 'ko' ? 'en' : 'ko');

/** The path of an absolute address of ours: a link to it stays on the host by which the reader came. */
export const pathOf = (address: string): string => new URL(address, 'http://site').pathname;
