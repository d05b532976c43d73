import type { Editor } from '@tiptap/react';
import { useLayoutEffect, type RefObject } from 'react';
import type { RichText } from '../../document.ts';

/**
 * Takes over a text that came from elsewhere (another person's, an older version), never one that this editor
 * told, and never while an input method builds a character.
 */
export function useOutsideValue(editor: Editor | null, value: RichText, told: RefObject<WeakSet<RichText>>) {
  // Before anybody can type again: a key into the old text would tell it onward in place of the new one.
  useLayoutEffect(() => {
    if (!editor || told.current.has(value)) return;
    const replace = () => {
      told.current.add(value);
      if (!exchange(editor, value)) editor.commands.setContent(value.doc, { emitUpdate: false });
    };
    if (!editor.view.composing) {
      replace();
      return;
    }
    const { dom } = editor.view;
    // After the event, ProseMirror still has to read the last character.
    const later = () => setTimeout(replace, 50);
    dom.addEventListener('compositionend', later, { once: true });
    return () => dom.removeEventListener('compositionend', later);
  }, [editor, value, told]);
}

/** Exchanges only what differs, so that the caret stays and undoing doesn't bring back what others wrote over. */
function exchange({ schema, state, view }: Editor, value: RichText): boolean {
  const next = schema.nodeFromJSON(value.doc);
  const start = state.doc.content.findDiffStart(next.content);
  const end = state.doc.content.findDiffEnd(next.content);
  if (start === null || !end) return true;
  // Where a letter is doubled, both searches claim it.
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  const change = state.tr.replace(start, end.a + overlap, next.slice(start, end.b + overlap));
  if (!change.doc.eq(next)) return false;
  view.dispatch(change.setMeta('addToHistory', false).setMeta('preventUpdate', true));
  return true;
}
