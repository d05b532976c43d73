import type { Editor } from '@tiptap/core';
import { EditorState, type Transaction } from '@tiptap/pm/state';
import { fault } from './fault.ts';

/**
 * Applies a change. Where something that answers to changes throws, the change itself stays: what was typed is there
 * and is saved, only what would have been made of it is not.
 */
export function safely(
  editor: Editor,
  transaction: Transaction,
  next: (transaction: Transaction) => void,
): void {
  const before = editor.state;
  try {
    next(transaction);
  } catch (error) {
    if (editor.isDestroyed) throw error;
    fault(editor.view, 'keptPlain', error);
    if (editor.state === before) editor.view.updateState(withoutAnswers(before, transaction));
    if (transaction.docChanged) editor.emit('update', { editor, transaction, appendedTransactions: [] });
  }
}

/** The state after a change alone, without those that plugins would add. */
function withoutAnswers(state: EditorState, transaction: Transaction): EditorState {
  const { plugins } = state;
  const silent = plugins.filter(({ spec }) => !spec.appendTransaction);
  try {
    return state
      .reconfigure({ plugins: silent })
      .apply(transaction)
      .reconfigure({ plugins: [...plugins] });
  } catch {
    const { doc, selection } = transaction;
    return EditorState.create({ doc, selection, plugins: [...plugins] });
  }
}
