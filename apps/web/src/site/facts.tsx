import { factRows, formatMoment, type PostingDocument } from '@gonggo/content';
import { ApplyLink, type ApplyWay } from './apply-link.tsx';
import { countsDays, Deadline } from './deadline.tsx';
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
  const until = facts.closesAt && words.until(formatMoment(facts.closesAt, facts.closesAtZone, locale));
  const counted = facts.closesAt !== null && countsDays(facts.closesAt, facts.closesAtZone, now);
  const rows = factRows(facts, locale).filter(
    ({ fact, value }) =>
      !(fact === 'company' && value === company) && fact !== 'opensAt' && fact !== 'closesAt', // they have a line of their own
  );
  return (
    <aside className="facts" aria-label={words.facts}>
      {status === 'open' && (
        <p className="facts-deadline">
          {until && !counted ? (
            <time dateTime={facts.closesAt ?? undefined}>{until}</time>
          ) : (
            <Deadline posting={posting} now={now} />
          )}
          {until && counted && <small>{until}</small>}
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
