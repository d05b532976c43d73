import { Badge, Tabs, type Tone } from '@gonggo/ui';
import { postPath } from '../../site/addresses.ts';
import { FactsPanel } from '../facts/facts-panel.tsx';
import { PublicationsPanel } from '../publish/publications-panel.tsx';
import { readableAddress } from '../shell/readable-address.ts';
import { useWords } from '../words/use-words.ts';
import { useDraft, useEditor } from './editor-context.ts';
import { PicturesPanel } from './pictures-panel.tsx';
import { ReadinessPanel, useReadiness } from './readiness-panel.tsx';

export type InspectorTab = 'facts' | 'pictures' | 'readiness' | 'versions';

/** Facts, pictures, readiness and versions of the posting. */
export function Inspector({ tab, onTab }: { tab: InspectorTab; onTab: (tab: InspectorTab) => void }) {
  const { editor, publish } = useWords();
  const { store } = useEditor();
  const { draft } = useDraft(store);
  const { errors, warnings } = useReadiness();
  return (
    <Tabs<InspectorTab>
      label={editor.inspector}
      className="a-inspector"
      value={tab}
      onChange={onTab}
      tabs={[
        {
          id: 'facts',
          label: editor.facts,
          panel: <FactsPanel address={(slug) => readableAddress(postPath({ locale: draft.locale, slug }))} />,
        },
        { id: 'pictures', label: editor.pictures.title, panel: <PicturesPanel /> },
        {
          id: 'readiness',
          label: (
            <>
              {editor.readiness} <Count tone="danger" count={errors.length} say={publish.readiness.errors} />{' '}
              <Count tone="warn" count={warnings.length} say={publish.readiness.warnings} />
            </>
          ),
          panel: <ReadinessPanel />,
        },
        { id: 'versions', label: editor.versions, panel: <PublicationsPanel /> },
      ]}
    />
  );
}

/** A number whose colour says what it counts, in words for those who don't see it. */
function Count({ tone, count, say }: { tone: Tone; count: number; say: (count: number) => string }) {
  if (count === 0) return null;
  return (
    <Badge tone={tone}>
      <span aria-hidden="true" title={say(count)}>
        {count}
      </span>
      <span className="u-hidden">{say(count)}</span>
    </Badge>
  );
}
