import type { Node, Slice } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { fault } from './fault.ts';
import { lettersIn, paragraphsOf, thingsIn, wordsIn } from './words.ts';

/** Where something goes: `put` changes a fresh transaction, `replaced` is what it takes away. */
export interface Target {
  begin: () => Transaction;
  put: (tr: Transaction, slice: Slice) => Transaction;
  putLine: (tr: Transaction, words: string) => Transaction;
  replaced: readonly Slice[];
}

/** How much there must be once a slice is in its place. */
export const wantedOf = (
  count: (what: Node | Slice) => number,
  doc: Node,
  slice: Slice,
  replaced: readonly Slice[],
): number => replaced.reduce((sum, part) => sum - count(part), count(doc) + count(slice));

/**
 * Inserts a slice with its form; where that fails, is refused by a filter or would lose a character, as paragraphs
 * without form, then as one line. What has no place beside its words is left out last of all that has a form. Tells
 * what it came to.
 */
export function insertKept(view: EditorView, slice: Slice, { begin, put, putLine, replaced }: Target): true {
  const { schema, doc } = view.state;
  const words = wordsIn(slice);
  const rich = (tr: Transaction) => put(tr, slice);
  const plain = [
    rich,
    (tr: Transaction) => put(tr, paragraphsOf(words, schema)),
    (tr: Transaction) => putLine(tr, words.trim().replace(/\s+/g, ' ')),
  ];
  const letters = wantedOf(lettersIn, doc, slice, replaced);
  const things = wantedOf(thingsIn, doc, slice, replaced);
  let why: unknown = new Error('what was inserted had no place here in its form');
  const goesIn = (way: (tr: Transaction) => Transaction, least: number): boolean => {
    try {
      const tr = way(begin());
      if (lettersIn(tr.doc) < letters || thingsIn(tr.doc) < least) return false;
      view.dispatch(tr.scrollIntoView());
      return !tr.docChanged || view.state.doc !== doc;
    } catch (error) {
      why = error;
      // What is there although something failed afterwards is not put there again.
      return view.state.doc !== doc && lettersIn(view.state.doc) >= letters;
    }
  };
  if (goesIn(rich, things)) return true;
  const kept = lettersIn(slice) > 0 && plain.some((way) => goesIn(way, 0));
  fault(view, kept ? 'keptPlain' : 'notTaken', why);
  return true;
}
