import { tableOfContents, type PostingDocument } from '@gonggo/content';
import { wordsOf } from './words.ts';

/** Deeper headings than these are left to the text. */
const deepest = 3;
/** A letter with fewer parts is its own contents. */
const worthIt = 3;

/** The parts of a letter: folded on small screens, beside the text on wide ones. */
export function Contents({ posting }: { posting: PostingDocument }) {
  const entries = tableOfContents(posting).filter(({ level }) => level <= deepest);
  if (entries.length < worthIt) return null;
  return (
    <details className="contents">
      <summary>{wordsOf(posting.locale).contents}</summary>
      <nav aria-label={wordsOf(posting.locale).contents}>
        <ol>
          {entries.map(({ anchor, text, level }) => (
            <li key={anchor} className={level > 2 ? 'deeper' : undefined}>
              <a href={`#${encodeURIComponent(anchor)}`}>{text}</a>
            </li>
          ))}
        </ol>
      </nav>
    </details>
  );
}
