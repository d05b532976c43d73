import { Button, classNames } from '@gonggo/ui';
import { AlertTriangle, Check, CloudOff, Loader } from 'lucide-react';
import type { ReactNode } from 'react';
import { clockOf } from '../session/dates.ts';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/ko.ts';
import { useDraft, useEditor } from './editor-context.ts';
import type { DraftStore } from './draft-store.ts';
import { placeOf, typedFindings } from './findings.ts';
import { overallOf, type Overall } from './overall.ts';

/** How saving goes, always in the same place. Pressing it saves now, or leads to what can't be saved. */
export function SaveIndicator({ store }: { store: DraftStore }) {
  const words = useWords();
  useDraft(store);
  const { jump } = useEditor();
  const { kind, at } = overallOf(store);
  const wrong = typedFindings(store, words);
  const [first] = wrong;
  const text =
    kind === 'invalid' && first
      ? words.saving.invalid(placeOf(first, store, words), wrong.length - 1)
      : saveText(kind, at, words);
  return (
    <div className={classNames('a-save', `a-save-${kind}`)}>
      <Button
        look="quiet"
        size="small"
        icon={icons[kind]}
        title={kind === 'invalid' ? words.publish.goTo : words.saving.now}
        onClick={() => {
          if (kind === 'invalid' && first) return jump(first);
          store.retry();
          void store.flush();
        }}
      >
        <span className="u-hidden">{words.saving.label}: </span>
        <span className="a-save-text">{text}</span>
      </Button>
      <span className="u-hidden" role="status">
        {quietKinds.has(kind) ? '' : text}
      </span>
    </div>
  );
}

/** Not announced: they come and go with every pause in typing. */
const quietKinds = new Set<Overall>(['saved', 'unsaved', 'saving']);

export function saveText(kind: Overall, at: string | null, { saving }: Words): string {
  switch (kind) {
    case 'saved':
      return at ? saving.saved(clockOf(at)) : saving.loaded;
    case 'invalid':
      return saving.notSaved;
    case 'signed-out':
      return saving.signedOut;
    default:
      return saving[kind];
  }
}

const icons: Record<Overall, ReactNode> = {
  saved: <Check />,
  unsaved: <Loader />,
  saving: <Loader />,
  offline: <CloudOff />,
  'signed-out': <CloudOff />,
  conflict: <AlertTriangle />,
  refused: <AlertTriangle />,
  invalid: <AlertTriangle />,
  gone: <AlertTriangle />,
};
