import { Button, Notice, useToast } from '@gonggo/ui';
import { Copy } from 'lucide-react';
import { useAutosave } from '../saving/use-autosave.ts';
import { problemText } from '../session/problem-text.ts';
import { useCopy } from '../shell/copy-box.tsx';
import { useWords } from '../words/use-words.ts';
import { linesOf, textOf } from './compare.ts';
import { ConflictPanel } from './conflict-panel.tsx';
import type { EditedSection } from './draft-parts.ts';
import { useEditor } from './editor-context.ts';

/** Somebody saved this section first, or deleted it. */
export function SectionConflict({ section }: { section: EditedSection }) {
  const words = useWords();
  const { conflict } = words;
  const { store } = useEditor();
  const toast = useToast();
  const copy = useCopy();
  const { state, value } = useAutosave(section.save);

  if (state.kind === 'gone') {
    const revive = () =>
      store.add(section.kind, undefined, value).then(
        () => store.forget(section.id),
        (error: unknown) => toast.show({ text: problemText(error, words), tone: 'danger' }),
      );
    return (
      <Notice
        tone="warn"
        role="alert"
        title={conflict.gone}
        actions={
          <>
            <Button look="strong" onClick={() => void revive()}>
              {words.saving.asNewSection}
            </Button>
            <Button icon={<Copy />} onClick={() => void copy(textOf(linesOf(value, words)))}>
              {conflict.copyMine}
            </Button>
            <Button look="quiet" onClick={() => store.forget(section.id)}>
              {words.saving.discard}
            </Button>
          </>
        }
      >
        <p>{conflict.goneText}</p>
      </Notice>
    );
  }
  if (state.kind !== 'conflict') return null;
  const { theirs } = state;
  return (
    <ConflictPanel
      mine={linesOf(value, words)}
      theirs={linesOf(theirs.value, words)}
      by={theirs.by}
      at={theirs.at}
      onKeepMine={() => section.save.keepMine()}
      onTakeTheirs={() => {
        const mine = section.save.takeTheirs();
        toast.show({
          text: conflict.tookTheirs,
          timeout: 15_000,
          action: { label: conflict.bringBack, onSelect: () => section.save.replaceText(mine) },
        });
      }}
    />
  );
}
