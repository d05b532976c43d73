import type { Slice } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { fault } from './fault.ts';
import { lettersIn, paragraphsOf, wordsIn } from './words.ts';

/** Where something goes: `put` changes a fresh transaction, `replaced` is how many letters it takes away. */
export interface Target {
  begin: () => Transaction;
  put: (tr: Transaction, slice: Slice) => Transaction;
  putLine: (tr: Transaction, words: string) => Transaction;
  replaced: number;
}

/**
 * Inserts a slice with its form, and where that fails, is refused by a filter or would lose a character, as paragraphs
 * without form, then as one line. Tells what it came to.
 */
export function insertKept(view: EditorView, slice: Slice, { begin, put, putLine, replaced }: Target): true {
  const { schema, doc } = view.state;
  const words = wordsIn(slice);
  const rich = (tr: Transaction) => put(tr, slice);
  const ways = [
    rich,
    (tr: Transaction) => put(tr, paragraphsOf(words, schema)),
    (tr: Transaction) => putLine(tr, words.trim().replace(/\s+/g, ' ')),
  ];
  const wanted = lettersIn(doc) - replaced + lettersIn(slice);
  let why: unknown = new Error('what was inserted had no place here in its form');
  for (const way of ways) {
    try {
      const tr = way(begin());
      if (lettersIn(tr.doc) < wanted) continue;
      view.dispatch(tr.scrollIntoView());
      if (tr.docChanged && view.state.doc === doc) continue;
      if (way !== rich) fault(view, 'keptPlain', why);
      return true;
    } catch (error) {
      why = error;
    }
  }
  fault(view, 'notTaken', why);
  return true;
}
