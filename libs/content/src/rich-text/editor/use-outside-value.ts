import type { Editor } from '@tiptap/react';
import { useEffect, type RefObject } from 'react';
import type { RichText } from '../../document.ts';

/**
 * Takes over a text that came from elsewhere (another person's, an older version), never one that this editor
 * told, and never while an input method builds a character.
 */
export function useOutsideValue(editor: Editor | null, value: RichText, told: RefObject<WeakSet<RichText>>) {
  useEffect(() => {
    if (!editor || told.current.has(value)) return;
    const replace = () => {
      told.current.add(value);
      if (JSON.stringify(editor.getJSON()) !== JSON.stringify(value.doc)) {
        editor.commands.setContent(value.doc, { emitUpdate: false });
      }
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
