import { useMemo } from 'react';
import { useTerms } from '../facts/facts-panel.tsx';
import { useSiteName } from '../site/use-site-name.ts';
import { useWords } from '../words/use-words.ts';
import { useDraft, useEditor } from './editor-context.ts';
import { postingDocument } from './posting-document.ts';
import { PreviewDialog } from './preview-dialog.tsx';

/** What is typed now, as candidates would see it. */
export function DraftPreview({ onClose }: { onClose: () => void }) {
  const { editor } = useWords();
  const { store } = useEditor();
  const snapshot = useDraft(store);
  const terms = useTerms().data?.data;
  const siteName = useSiteName();
  const posting = useMemo(
    () =>
      terms
        ? postingDocument({
            draft: snapshot.draft,
            facts: store.facts.snapshot.value,
            sections: store.sections,
            images: snapshot.images,
            terms,
            siteName: siteName ?? '',
          })
        : null,
    [snapshot, store, terms, siteName],
  );
  return (
    <PreviewDialog
      title={editor.previewTitle}
      note={editor.previewNote}
      posting={posting}
      onClose={onClose}
    />
  );
}
