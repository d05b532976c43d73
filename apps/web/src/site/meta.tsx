import type { Locale } from '@gonggo/content';
import { absolute, jpegFile } from '@gonggo/content/render';
import Head from 'next/head';
import { feedPath, homePath } from './addresses.ts';
import type { ReaderPageProps, View } from './view.ts';
import { wordsOf } from './words.ts';

/** Everything in `<head>`: how the page calls itself to browsers, search engines and chats. */
export function Meta({ locale, site, view, style }: ReaderPageProps) {
  const { title, description, path, languages, picture } = about(view, locale, site);
  const here = path && absolute(path, site.url);
  const company = site.settings?.siteName ?? '';
  const image = picture && jpegFile(picture.image);
  return (
    <Head>
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      {description && <meta name="description" content={description} />}
      {!here && <meta name="robots" content="noindex" />}
      {here && <link rel="canonical" href={here} />}
      {Object.entries(languages).map(([language, address]) => (
        <link key={language} rel="alternate" hrefLang={language} href={absolute(address, site.url)} />
      ))}
      <link rel="alternate" type="application/rss+xml" title={company || title} href={feedPath(locale)} />
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
      <meta key="light" name="theme-color" content="#fbfaf7" media="(prefers-color-scheme: light)" />
      <meta key="dark" name="theme-color" content="#120f0c" media="(prefers-color-scheme: dark)" />
      {here && <meta property="og:url" content={here} />}
      <meta property="og:type" content={view.kind === 'posting' ? 'article' : 'website'} />
      <meta property="og:title" content={view.kind === 'posting' ? view.posting.title : title} />
      {description && <meta property="og:description" content={description} />}
      {company && <meta property="og:site_name" content={company} />}
      <meta property="og:locale" content={locale === 'ko' ? 'ko_KR' : 'en_US'} />
      {image && <meta property="og:image" content={absolute(image.url, site.url)} />}
      {image && <meta property="og:image:width" content={String(image.width)} />}
      {image && <meta property="og:image:height" content={String(image.height)} />}
      {picture?.alt && <meta property="og:image:alt" content={picture.alt} />}
      {image && <meta name="twitter:card" content="summary_large_image" />}
      {style && <style>{style}</style>}
    </Head>
  );
}

function about(view: View, locale: Locale, { settings }: ReaderPageProps['site']) {
  const words = wordsOf(locale);
  const company = settings?.siteName ?? '';
  const none = {
    description: '',
    path: null,
    languages: {} as Partial<Record<Locale, string>>,
    picture: null,
  };
  switch (view.kind) {
    case 'home': {
      const tagline = locale === 'ko' ? settings?.taglineKo : settings?.taglineEn;
      return {
        title: words.titleOfHome(company),
        description: tagline ?? '',
        path: homePath(locale),
        languages: { ko: homePath('ko'), en: homePath('en') },
        picture: view.homeImage && { image: view.homeImage, alt: settings?.homeImageAlt ?? '' },
      };
    }
    case 'posting': {
      const { title, summary, jobTitle, links, cover, images } = view.posting;
      const image = cover && images[cover.imageId];
      const languages = { [locale]: links.html, ...links.alternates };
      return {
        title: `${title} · ${company}`,
        description: summary || jobTitle,
        path: links.html,
        languages: Object.keys(languages).length > 1 ? languages : {},
        picture: image ? { image, alt: cover.alt } : null,
      };
    }
    case 'missing':
      return { ...none, title: `${words.missingTitle} · ${company}` };
    case 'gone':
      return { ...none, title: `${words.goneTitle} · ${company}` };
    case 'away':
      return { ...none, title: words.awayTitle };
  }
}
