import { Away } from './away.tsx';
import { Home } from './home.tsx';
import { Meta } from './meta.tsx';
import { Missing } from './missing.tsx';
import { Posting } from './posting.tsx';
import { Shell } from './shell.tsx';
import type { ReaderPageProps } from './view.ts';

/** A reader page of any kind. */
export function ReaderPage(props: ReaderPageProps) {
  const { locale, site, view } = props;
  return (
    <>
      <Meta {...props} />
      <Shell locale={locale} site={site} view={view}>
        <Page {...props} />
      </Shell>
    </>
  );
}

function Page({ locale, site, view, now }: ReaderPageProps) {
  switch (view.kind) {
    case 'home':
      return <Home view={view} locale={locale} settings={site.settings} now={now} />;
    case 'posting':
      return <Posting view={view} site={site} now={now} />;
    case 'missing':
    case 'gone':
      return <Missing view={view} locale={locale} now={now} />;
    case 'away':
      return <Away locale={locale} />;
  }
}
