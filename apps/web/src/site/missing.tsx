import type { Locale } from '@gonggo/content';
import { homePath } from './addresses.ts';
import { Openings } from './openings.tsx';
import type { View } from './view.ts';
import { wordsOf } from './words.ts';

/** 404 and 410: what happened, and what one can read instead. */
export function Missing({
  view,
  locale,
  now,
}: {
  view: Extract<View, { kind: 'missing' | 'gone' }>;
  locale: Locale;
  now: number;
}) {
  const words = wordsOf(locale);
  return (
    <>
      <div className="notice">
        <h1>{view.kind === 'gone' ? words.goneTitle : words.missingTitle}</h1>
        <p>
          {view.kind === 'gone' ? words.goneHint : words.missingHint}
          {view.others.length > 0 && ` ${words.lookAround}`}
        </p>
        <p>
          <a href={homePath(locale)}>{words.home}</a>
        </p>
      </div>
      <Openings title={words.openInstead} postings={view.others} now={now} />
    </>
  );
}
