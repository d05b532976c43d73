import { Button, EmptyState, Notice } from '@gonggo/ui';
import { Plus } from 'lucide-react';
import { useWords } from '../words/use-words.ts';
import { AddSectionMenu } from './add-section-menu.tsx';
import { useDraft, useEditor } from './editor-context.ts';
import { Orphans } from './orphans.tsx';
import { PostHead } from './post-head.tsx';
import { SectionCard } from './section-card.tsx';
import { useMoveSection } from './use-move-section.ts';

/** The post itself, set as candidates see it; what is being edited opens in its place. */
export function PostPanel() {
  const words = useWords();
  const { store, mayEdit } = useEditor();
  const { recovered } = useDraft(store);
  const { sections } = store;
  const { move, announcement } = useMoveSection();
  return (
    <div className="a-post">
      {!mayEdit && (
        <Notice title={words.editor.readOnly}>
          <p>{words.editor.readOnlyText}</p>
        </Notice>
      )}
      {recovered > 0 && (
        <Notice
          tone="ok"
          role="status"
          title={words.saving.recovered(recovered)}
          actions={<Button onClick={() => store.dismissRecovered()}>{words.common.close}</Button>}
        >
          <p>{words.saving.recoveredText}</p>
        </Notice>
      )}
      <Orphans />
      <PostHead />
      {sections.map((section, index) => (
        <SectionCard key={section.id} section={section} index={index} count={sections.length} onMove={move} />
      ))}
      {mayEdit && (
        <div className="a-post-end">
          {sections.length === 0 && (
            <EmptyState title={words.editor.empty.title}>
              <p>{words.editor.empty.text}</p>
            </EmptyState>
          )}
          <AddSectionMenu trigger={<Button icon={<Plus />}>{words.editor.add}</Button>} />
        </div>
      )}
      <span className="u-hidden" role="status">
        {announcement}
      </span>
    </div>
  );
}
