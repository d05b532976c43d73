import type { Finding } from '@gonggo/contract';
import { Notice, StateMark } from '@gonggo/ui';
import { useQuery } from '@tanstack/react-query';
import { client } from '../session/client.ts';
import { keys } from '../session/queries.ts';
import { Loaded } from '../shell/screen.tsx';
import { useWords } from '../words/use-words.ts';
import { useEditor } from './editor-context.ts';

export const useReadiness = (id: string) =>
  useQuery({ queryKey: keys.readiness(id), queryFn: () => client.drafts.readiness(id) });

/** What to look at before publishing; each leads to its place. */
export function ReadinessPanel() {
  const { publish } = useWords();
  const { store, jump } = useEditor();
  const readiness = useReadiness(store.snapshot.draft.id);
  return (
    <div className="a-readiness">
      <p className="a-quiet">{publish.readiness.intro}</p>
      <Loaded query={readiness} lines={4}>
        {({ findings, ready }) => {
          const errors = findings.filter((finding) => finding.level === 'error');
          const warnings = findings.filter((finding) => finding.level === 'warning');
          return (
            <>
              {ready && (
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
          );
        }}
      </Loaded>
    </div>
  );
}

interface FindingsProps {
  title: string;
  findings: Finding[];
  onGo: (to: Finding) => void;
  /** One below the heading it stands under. */
  heading: 'h2' | 'h3';
}

export function Findings({ title, findings, onGo, heading: Heading }: FindingsProps) {
  const { language, publish } = useWords();
  if (!findings.length) return null;
  return (
    <section>
      <Heading>{title}</Heading>
      <ul className="a-findings">
        {findings.map((finding, index) => {
          const tone = finding.level === 'error' ? 'danger' : 'warn';
          const words = <StateMark tone={tone}>{finding[language]}</StateMark>;
          return (
            <li key={index}>
              {finding.sectionId || finding.field ? (
                <button
                  type="button"
                  className="a-finding"
                  title={publish.goTo}
                  onClick={() => onGo(finding)}
                >
                  {words}
                </button>
              ) : (
                <span className="a-finding">{words}</span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
