import { useToast } from '@gonggo/ui';
import { useState } from 'react';
import { problemText } from '../session/problem-text.ts';
import { useWords } from '../words/use-words.ts';
import { useEditor } from './editor-context.ts';
import { sectionName } from './section-names.ts';

/** Moves a section and says where it is now. */
export function useMoveSection() {
  const words = useWords();
  const toast = useToast();
  const { store } = useEditor();
  const [announcement, setAnnouncement] = useState('');

  function move(id: string, to: number) {
    const section = store.section(id);
    if (!section) return;
    const name = sectionName(section.kind, section.save.snapshot.value, words.language);
    store
      .move(id, to)
      .catch((error: unknown) => toast.show({ text: problemText(error, words), tone: 'danger' }));
    setAnnouncement(words.editor.movedTo(name, to + 1, store.snapshot.order.length));
  }
  return { move, announcement };
}
