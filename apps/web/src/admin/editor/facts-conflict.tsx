import type { DraftFacts } from '@gonggo/contract';
import { useAutosave } from '../saving/use-autosave.ts';
import { differing, type FactName } from '../facts/merge-facts.ts';
import { factLines } from '../facts/fact-text.ts';
import { useTerms } from '../facts/facts-panel.tsx';
import { useWords } from '../words/use-words.ts';
import { ConflictPanel } from './conflict-panel.tsx';
import { useEditor } from './editor-context.ts';

/** Two people changed the same facts. What only one of them changed is kept either way. */
export function FactsConflict() {
  const words = useWords();
  const { store } = useEditor();
  const terms = useTerms().data?.data ?? [];
  const { state, value: mine, stored: base } = useAutosave(store.facts);
  if (state.kind !== 'conflict') return null;
  const theirs = state.theirs.value;
  const ours = differing(base.value, mine);
  const clashing = ours.filter(
    (name) => differing(base.value, theirs).includes(name) && differing(mine, theirs).includes(name),
  );
  const withMine = (names: FactName[]): DraftFacts => ({
    ...theirs,
    ...Object.fromEntries(names.map((name) => [name, mine[name]])),
  });
  const lines = (facts: DraftFacts) => clashing.flatMap((name) => factLines(name, facts, terms, words));
  return (
    <ConflictPanel
      text={words.conflict.facts}
      mine={lines(mine)}
      theirs={lines(theirs)}
      by={state.theirs.by}
      at={state.theirs.at}
      onKeepMine={() => store.facts.keepMine(withMine(ours))}
      onTakeTheirs={() => store.facts.keepMine(withMine(ours.filter((name) => !clashing.includes(name))))}
    />
  );
}
