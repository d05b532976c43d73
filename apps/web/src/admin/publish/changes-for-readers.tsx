import { Skeleton } from '@gonggo/ui';
import { useQuery } from '@tanstack/react-query';
import { useDraft, useEditor } from '../editor/editor-context.ts';
import { postingDocument } from '../editor/posting-document.ts';
import { sectionName } from '../editor/section-names.ts';
import { useTerms } from '../facts/facts-panel.tsx';
import { useSiteName } from '../site/use-site-name.ts';
import { client } from '../session/client.ts';
import { keys } from '../session/queries.ts';
import { useWords } from '../words/use-words.ts';
import { isEmpty, readerChanges } from './reader-changes.ts';

/** What publishing does to what readers see. */
export function ChangesForReaders() {
  const { publish, facts: factWords, language, common } = useWords();
  const { store } = useEditor();
  const { draft, images } = useDraft(store);
  const terms = useTerms().data?.data;
  const siteName = useSiteName();
  const { version } = draft;
  const now = useQuery({
    queryKey: keys.publication(draft.id, version),
    queryFn: () => client.drafts.publication(draft.id, version),
    enabled: version > 0,
    staleTime: Infinity,
  });
  if (version === 0) {
    return (
      <section>
        <h3>{publish.first}</h3>
        <p>{publish.firstText}</p>
      </section>
    );
  }
  if (now.error) return null;
  if (!now.data || !terms || siteName === undefined) return <Skeleton label={common.loading} lines={2} />;
  const next = postingDocument({
    draft,
    facts: store.facts.snapshot.value,
    sections: store.sections,
    images,
    terms,
    siteName,
  });
  const changes = readerChanges(now.data, next);
  const name = (section: (typeof changes.added)[number]) => sectionName(section.kind, section, language);
  return (
    <section>
      <h3>{draft.state === 'withdrawn' ? publish.back : publish.again}</h3>
      {isEmpty(changes) ? (
        <p className="a-quiet">{publish.nothing}</p>
      ) : (
        <ul className="a-changes">
          {changes.facts.length > 0 && (
            <li>{publish.changes.facts(changes.facts.map((fact) => factWords.names[fact]).join(', '))}</li>
          )}
          {changes.added.map((section) => (
            <li key={section.id}>{publish.changes.added(name(section))}</li>
          ))}
          {changes.changed.map((section) => (
            <li key={section.id}>{publish.changes.changed(name(section))}</li>
          ))}
          {changes.removed.map((section) => (
            <li key={section.id}>{publish.changes.removed(name(section))}</li>
          ))}
          {changes.moved && <li>{publish.changes.moved}</li>}
        </ul>
      )}
    </section>
  );
}
