import type { Locale } from '@gonggo/content';
import { homePath } from './addresses.ts';
import { wordsOf } from './words.ts';

/** The API cannot be reached, and there is nothing kept that may still be shown. */
export function Away({ locale }: { locale: Locale }) {
  const words = wordsOf(locale);
  return (
    <div className="notice">
      <h1>{words.awayTitle}</h1>
      <p>{words.awayHint}</p>
      <p>
        <a href={homePath(locale)}>{words.home}</a>
      </p>
    </div>
  );
}
