import type { Locale } from '@gonggo/content';
import type { ReactNode } from 'react';
import { feedPath, homePath, otherLocale, pathOf } from './addresses.ts';
import { Photo } from './photo.tsx';
import { Seal } from './seal.tsx';
import type { Site, View } from './view.ts';
import { wordsOf } from './words.ts';

/** What stands around every page: who this is, the other language, and the way back. */
export function Shell({
  locale,
  site,
  view,
  children,
}: {
  locale: Locale;
  site: Site;
  view: View;
  children: ReactNode;
}) {
  const words = wordsOf(locale);
  const other = otherLocale(locale);
  const translated = view.kind === 'posting' ? view.posting.links.alternates[other] : undefined;
  const company = site.settings?.siteName ?? '';
  return (
    <>
      <a className="skip" href="#_main">
        {words.skip}
      </a>
      <header className="top">
        <a className="brand" href={homePath(locale)} aria-label={company ? undefined : words.home}>
          {site.logo ? <Photo className="logo" image={site.logo} alt="" sizes="32px" first /> : <Seal />}
          {company}
        </a>
        <a
          className="language"
          href={translated ? pathOf(translated) : homePath(other)}
          hrefLang={other}
          lang={other}
          rel="alternate"
        >
          {words.otherLanguage}
        </a>
      </header>
      {/* No slug has "_": a section of that name keeps its fragment. */}
      <main id="_main">{children}</main>
      <footer className="foot">
        <span>{company}</span>
        {site.settings?.companyUrl && <a href={site.settings.companyUrl}>{words.companySite}</a>}
        <a href={feedPath(locale)}>{words.feed}</a>
      </footer>
    </>
  );
}
