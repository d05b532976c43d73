import { Button, Notice, useToast } from '@gonggo/ui';
import { Copy } from 'lucide-react';
import { useState } from 'react';
import type { LocalCopy } from '../saving/local-copies.ts';
import { problemText } from '../session/problem-text.ts';
import { useCopy } from '../shell/copy-box.tsx';
import { useWords } from '../words/use-words.ts';
import { linesOf, textOf } from './compare.ts';
import { ComparePicture } from './compare-picture.tsx';
import type { SectionValue } from './draft-parts.ts';
import { useDraft, useEditor } from './editor-context.ts';

/** Texts of sections that somebody deleted while they were unsaved here, after a crash. */
export function Orphans() {
  const { orphans } = useDraft(useEditor().store);
  return orphans.map((copy) => <Orphan key={copy.part} copy={copy} />);
}

function Orphan({ copy }: { copy: LocalCopy }) {
  const words = useWords();
  const { saving, conflict } = words;
  const { store } = useEditor();
  const toast = useToast();
  const take = useCopy();
  const [busy, setBusy] = useState(false);
  const lines = linesOf(copy.value as SectionValue, words);
  const pictures = [...new Set(lines.flatMap(({ imageId }) => imageId ?? []))];
  const revive = () => {
    setBusy(true);
    store
      .reviveOrphan(copy)
      .catch((error: unknown) => toast.show({ text: problemText(error, words), tone: 'danger' }))
      .finally(() => setBusy(false));
  };
  return (
    <Notice
      tone="warn"
      title={saving.orphan}
      actions={
        <>
          <Button look="strong" busy={busy} onClick={revive}>
            {saving.asNewSection}
          </Button>
          <Button icon={<Copy />} onClick={() => void take(textOf(lines))}>
            {conflict.copyMine}
          </Button>
          <Button look="quiet" onClick={() => store.dropOrphan(copy)}>
            {saving.discard}
          </Button>
        </>
      }
    >
      <p>{saving.orphanText}</p>
      <blockquote className="a-quiet">{textOf(lines).slice(0, 300)}</blockquote>
      {pictures.map((id) => (
        <ComparePicture key={id} id={id} />
      ))}
    </Notice>
  );
}
