import type { Finding } from '@gonggo/contract';
import { Notice, StateMark } from '@gonggo/ui';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { client } from '../session/client.ts';
import { useMe } from '../session/me.ts';
import { keys } from '../session/queries.ts';
import { Loaded } from '../shell/screen.tsx';
import { useWords } from '../words/use-words.ts';
import { useDraft, useEditor } from './editor-context.ts';
import { allFindings, placeOf, typedFindings } from './findings.ts';

/** Everything to look at before publishing: what the server finds, and what it could not be told. */
export function useReadiness() {
  const words = useWords();
  const { store } = useEditor();
  const { id } = useDraft(store).draft;
  const query = useQuery({ queryKey: keys.readiness(id), queryFn: () => client.drafts.readiness(id) });
  const typed = typedFindings(store, words);
  const findings = allFindings(query.data?.findings ?? [], typed);
  return {
    query,
    errors: findings.filter(({ level }) => level === 'error'),
    warnings: findings.filter(({ level }) => level === 'warning'),
  };
}

/** What to look at before publishing; each leads to its place. */
export function ReadinessPanel() {
  const { publish } = useWords();
  const { jump } = useEditor();
  const { query, errors, warnings } = useReadiness();
  return (
    <div className="a-readiness">
      <p className="a-quiet">{publish.readiness.intro}</p>
      <Loaded query={query} lines={4}>
        {() => (
          <>
            {errors.length === 0 && (
              <Notice tone="ok">
                <p className="u-notice-title">{publish.readiness.all}</p>
              </Notice>
            )}
            <Findings
              title={publish.readiness.errors(errors.length)}
              findings={errors}
              onGo={jump}
              heading="h2"
            />
            <Findings
              title={publish.readiness.warnings(warnings.length)}
              findings={warnings}
              onGo={jump}
              heading="h2"
            />
          </>
        )}
      </Loaded>
    </div>
  );
}

/** What authors mend in their own profile, for every posting to come. */
const aboutAuthor = new Set(['author-nameless', 'author-faceless']);

interface FindingsProps {
  title: string;
  findings: Finding[];
  onGo: (to: Finding) => void;
  /** One below the heading it stands under. */
  heading: 'h2' | 'h3';
}

/** A list in which each item names its place and leads there. */
export function Findings({ title, findings, onGo, heading: Heading }: FindingsProps) {
  const words = useWords();
  const { store } = useEditor();
  const me = useMe();
  if (!findings.length) return null;
  // Nobody mends another's profile: the finding names whose it is.
  const mine = findings.findIndex(({ rule, en }) => aboutAuthor.has(rule) && en.includes(me.name));
  return (
    <section>
      <Heading>{title}</Heading>
      <ul className="a-findings">
        {findings.map((finding, index) => (
          <li key={index}>
            <button
              type="button"
              className="a-finding"
              title={words.publish.goTo}
              onClick={() => onGo(finding)}
            >
              <StateMark tone={finding.level === 'error' ? 'danger' : 'warn'}>
                <span>
                  <span className="a-finding-place">{placeOf(finding, store, words)}</span>{' '}
                  {finding[words.language]}
                </span>
              </StateMark>
            </button>
            {index === mine && (
              <Link className="a-finding-more" href="/admin/me">
                {words.publish.readiness.toProfile}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
