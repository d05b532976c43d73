import { Badge, Tabs } from '@gonggo/ui';
import { FactsPanel } from '../facts/facts-panel.tsx';
import { PublicationsPanel } from '../publish/publications-panel.tsx';
import { useWords } from '../words/use-words.ts';
import { useDraft, useEditor } from './editor-context.ts';
import { PicturesPanel } from './pictures-panel.tsx';
import { ReadinessPanel, useReadiness } from './readiness-panel.tsx';

export type InspectorTab = 'facts' | 'pictures' | 'readiness' | 'versions';

/** Facts, pictures, readiness and versions of the posting. */
export function Inspector({ tab, onTab }: { tab: InspectorTab; onTab: (tab: InspectorTab) => void }) {
  const { editor } = useWords();
  const { store } = useEditor();
  const { draft } = useDraft(store);
  const { data } = useReadiness(draft.id);
  const errors = data?.findings.filter((finding) => finding.level === 'error').length ?? 0;
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
          panel: <FactsPanel address={(slug) => addressOf(draft.locale, slug)} />,
        },
        { id: 'pictures', label: editor.pictures.title, panel: <PicturesPanel /> },
        {
          id: 'readiness',
          label: (
            <>
              {editor.readiness} {errors > 0 && <Badge tone="danger">{errors}</Badge>}
            </>
          ),
          panel: <ReadinessPanel />,
        },
        { id: 'versions', label: editor.versions, panel: <PublicationsPanel /> },
      ]}
    />
  );
}

const addressOf = (locale: 'ko' | 'en', slug: string) => `${locale === 'en' ? '/en' : ''}/posts/${slug}`;
