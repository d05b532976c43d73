import type { Locale } from '@gonggo/content';
import type { PostingListItem, Settings } from '@gonggo/contract';
import { homePath, otherLocale, postPath } from './addresses.ts';
import { Card } from './card.tsx';
import { Deadline } from './deadline.tsx';
import { Filters } from './filters.tsx';
import { filteredPath, listAnchor } from './filtered-path.ts';
import { Photo } from './photo.tsx';
import { placeLine } from './place-line.ts';
import type { View } from './view.ts';
import { wordsOf } from './words.ts';

interface HomeProps {
  view: Extract<View, { kind: 'home' }>;
  locale: Locale;
  settings: Settings | null;
  now: number;
}

/** Who we are, what is open, and quietly what was. */
export function Home({ view, locale, settings, now }: HomeProps) {
  const words = wordsOf(locale);
  const narrowed = view.facets.some(({ chosen }) => chosen !== null);
  const tagline = locale === 'ko' ? settings?.taglineKo : settings?.taglineEn;
  return (
    <>
      <section className="hero">
        <h1>{tagline || words.titleOfHome(settings?.siteName ?? '')}</h1>
        <Photo
          className="hero-picture"
          image={view.homeImage}
          alt={settings?.homeImageAlt ?? ''}
          sizes="(min-width: 1160px) 1080px, 100vw"
          first
        />
      </section>
      <section className="open" aria-labelledby={listAnchor}>
        <div className="open-head">
          <h2 id={listAnchor}>
            {words.openNow}{' '}
            {view.openCount > 0 && !narrowed && (
              <span className="count">{words.openCount(view.openCount)}</span>
            )}
          </h2>
          <Filters facets={view.facets} locale={locale} />
        </div>
        {view.open.length > 0 ? (
          <ol className="cards">
            {view.open.map((posting, index) => (
              <Card key={posting.id} posting={posting} now={now} large={index === 0} />
            ))}
          </ol>
        ) : (
          <Empty view={view} locale={locale} />
        )}
        {view.nextCursor && (
          <p className="more">
            <a href={filteredPath(locale, view.facets, { cursor: view.nextCursor })}>{words.more}</a>
          </p>
        )}
      </section>
      <Closed postings={view.closed} locale={locale} now={now} />
    </>
  );
}

function Empty({ view, locale }: { view: HomeProps['view']; locale: Locale }) {
  const words = wordsOf(locale);
  if (view.openCount > 0) {
    return (
      <div className="empty">
        <p>{words.noneMatch}</p>
        <a href={`${homePath(locale)}#${listAnchor}`}>{words.showAll}</a>
      </div>
    );
  }
  return (
    <div className="empty">
      <p>{words.noneOpen}</p>
      <p>{words.noneOpenHint}</p>
      {view.openElsewhere && <a href={homePath(otherLocale(locale))}>{words.inOtherLanguage}</a>}
    </div>
  );
}

function Closed({ postings, locale, now }: { postings: PostingListItem[]; locale: Locale; now: number }) {
  if (postings.length === 0) return null;
  return (
    <section className="closed" aria-labelledby="closed">
      <h2 id="closed">{wordsOf(locale).closedPostings}</h2>
      <ul>
        {postings.map((posting) => (
          <li key={posting.id}>
            <a href={postPath(posting)}>{posting.title}</a>
            <small>{placeLine(posting)}</small>
            <Deadline posting={posting} now={now} />
          </li>
        ))}
      </ul>
    </section>
  );
}
