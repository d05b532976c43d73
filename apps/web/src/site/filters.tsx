import type { Locale } from '@gonggo/content';
import { filteredPath } from './filtered-path.ts';
import type { Facet } from './view.ts';
import { wordsOf } from './words.ts';

/** Conditions as plain links: those that are set can be taken away, the others stand folded. */
export function Filters({ facets, locale }: { facets: Facet[]; locale: Locale }) {
  const words = wordsOf(locale);
  const useful = facets.filter(({ options, chosen }) => options.length > 1 && chosen === null);
  const set = facets.flatMap((facet) =>
    facet.options.filter(({ value }) => value === facet.chosen).map((option) => ({ facet, option })),
  );
  // Numbers count all that is open: beside conditions that are set they would promise too much.
  const counted = set.length === 0;
  if (useful.length === 0 && set.length === 0) return null;
  return (
    <div className="filters">
      {set.length > 0 && (
        <ul className="chosen">
          {set.map(({ facet, option }) => (
            <li key={facet.key}>
              <a
                href={filteredPath(locale, facets, { [facet.key]: null })}
                aria-label={words.remove(option.name)}
              >
                {option.name} <span aria-hidden="true">×</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      {useful.length > 0 && (
        <details>
          <summary>{words.filters}</summary>
          <dl>
            {useful.map(({ key, options }) => (
              <div key={key}>
                <dt>{words.facets[key]}</dt>
                <dd>
                  {options.map(({ value, name, count }) => (
                    <a key={value} href={filteredPath(locale, facets, { [key]: value })} rel="nofollow">
                      {name}
                      {counted && <span className="count"> {count}</span>}
                    </a>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </div>
  );
}
