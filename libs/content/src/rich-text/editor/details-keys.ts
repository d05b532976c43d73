import type { Editor } from '@tiptap/core';
import { Selection } from '@tiptap/pm/state';
import { blockAround, unwrapBox } from './boxes.ts';

/** Keys in the summary of a toggle: Enter goes into what it opens, Backspace at its start takes the toggle away. */
export const detailsKeys = {
  Enter: ({ editor }: { editor: Editor }) => {
    const { $head } = editor.state.selection;
    if ($head.parent.type.name !== 'detailsSummary') return false;
    const content = editor.state.doc.resolve($head.after() + 1);
    editor.view.dispatch(editor.state.tr.setSelection(Selection.near(content, 1)).scrollIntoView());
    return true;
  },
  Backspace: ({ editor }: { editor: Editor }) => {
    const { $head, empty } = editor.state.selection;
    if (!empty || $head.parent.type.name !== 'detailsSummary' || $head.parentOffset > 0) return false;
    const details = blockAround(editor.state, 'details');
    return details ? unwrapBox(editor, details) : false;
  },
};
