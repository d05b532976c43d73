import { factRows, formatMoment, type PostingDocument } from '@gonggo/content';
import { ApplyLink, type ApplyWay } from './apply-link.tsx';
import { Deadline } from './deadline.tsx';
import { wordsOf } from './words.ts';

interface FactsProps {
  posting: PostingDocument;
  apply: ApplyWay | null;
  /** The site's own company, which needs no naming. */
  company: string;
  now: number;
}

/** What a candidate decides by: until when, how to apply, and the facts. */
export function Facts({ posting, apply, company, now }: FactsProps) {
  const { facts, locale, status } = posting;
  const words = wordsOf(locale);
  const notYet = status === 'open' && facts.opensAt && Date.parse(facts.opensAt) > now ? facts.opensAt : null;
  const until = status === 'open' && facts.closesAt;
  const rows = factRows(facts, locale).filter(
    ({ fact, value }) =>
      !(fact === 'company' && value === company) && !(fact === 'opensAt' && !notYet) && fact !== 'closesAt', // it stands above
  );
  return (
    <aside className="facts" aria-label={words.facts}>
      {status === 'open' && (
        <p className="facts-deadline">
          <Deadline posting={posting} now={now} />
          {until && <small>{words.until(formatMoment(until, facts.closesAtZone, locale))}</small>}
        </p>
      )}
      <dl>
        {rows.map(({ fact, label, value }) => (
          <div key={fact}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {posting.tags.length > 0 && (
        <ul className="tags">
          {posting.tags.map(({ slug, name }) => (
            <li key={slug}>{name}</li>
          ))}
        </ul>
      )}
      {notYet && (
        <p className="facts-note">{words.opensOn(formatMoment(notYet, facts.closesAtZone, locale))}</p>
      )}
      {apply && (
        <p>
          <ApplyLink way={apply} />
        </p>
      )}
    </aside>
  );
}
