import { Button, Notice } from '@gonggo/ui';
import { useAutosave } from '../saving/use-autosave.ts';
import { isProblem, problemText } from '../session/problem-text.ts';
import { useWords } from '../words/use-words.ts';
import { useEditor } from './editor-context.ts';

/** The server will not take a fact: says which, and leads there. */
export function FactsRefused() {
  const words = useWords();
  const { store, jump } = useEditor();
  const { state } = useAutosave(store.facts);
  if (state.kind !== 'refused') return null;
  const { problem } = state;
  const named = problem.errors
    .map(({ pointer }) => pointer.split('/')[1] ?? '')
    .find((name) => name in words.facts.names);
  const field = isProblem(problem, 'slug-taken') ? 'slug' : named;
  return (
    <Notice
      tone="danger"
      role="alert"
      title={words.saving.refused}
      actions={field && <Button onClick={() => jump({ field })}>{words.publish.goTo}</Button>}
    >
      <p>
        {field && `${words.facts.names[field as keyof typeof words.facts.names]}: `}
        {problemText(problem, words)}
      </p>
    </Notice>
  );
}
