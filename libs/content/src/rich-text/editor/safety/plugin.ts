import type { Slice } from '@tiptap/pm/model';
import { Plugin, Selection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { dropPoint } from '@tiptap/pm/transform';
import type { EditorView } from '@tiptap/pm/view';
import { fault, safetyKey, type OnFault } from './fault.ts';
import { insertKept, wantedOf, type Target } from './insert.ts';
import { lettersIn, thingsIn } from './words.ts';

/**
 * No change loses what was typed, pasted or dropped. It comes first of all plugins and asks the others itself, so
 * that one that throws costs the form of the words, never the words.
 */
export const safetyPlugin = (onFault: OnFault): Plugin =>
  new Plugin({
    key: safetyKey,
    onFault,
    props: {
      handleTextInput(view, from, to, text, plainly) {
        const taken = asked(this, view, (plugin) =>
          plugin.props.handleTextInput?.call(plugin, view, from, to, text, plainly),
        );
        if (!taken) view.dispatch(plainly());
        return true;
      },
      handlePaste(view, event, slice) {
        const place = pastePlace(view);
        const taken = asked(
          this,
          view,
          (plugin) => plugin.props.handlePaste?.call(plugin, view, event, slice),
          wantedOf(lettersIn, view.state.doc, slice, place.replaced),
        );
        if (taken) return true;
        if (!slice.size) return refusesFiles(view, event.clipboardData);
        return insertKept(view, slice, place);
      },
      handleDrop(view, event, slice, moved) {
        // What the editor itself drags, ProseMirror takes away from its old place and puts into the new one at once.
        if (view.dragging) return false;
        const taken = asked(
          this,
          view,
          (plugin) => plugin.props.handleDrop?.call(plugin, view, event, slice, moved),
          wantedOf(lettersIn, view.state.doc, slice, []),
        );
        if (taken) return true;
        if (!slice.size) return refusesFiles(view, event.dataTransfer);
        return insertKept(view, slice, dropPlace(view, event, slice));
      },
    },
    filterTransaction(tr, state) {
      if (!isLossyMove(tr, state)) return true;
      onFault('notMoved');
      return false;
    },
  });

/** Files that nothing takes would be opened by the browser, in place of what one is writing. */
function refusesFiles(view: EditorView, data: DataTransfer | null): boolean {
  if (!data?.files.length) return false;
  fault(view, 'filesRefused');
  return true;
}

/**
 * Whether another plugin takes it. One that throws is told, and has taken it only where it had changed the text before
 * and as many letters as there must be are there: putting them there again would say them twice.
 */
function asked(
  own: Plugin,
  view: EditorView,
  ask: (plugin: Plugin) => boolean | void,
  wanted = Infinity,
): boolean {
  const { doc } = view.state;
  for (const plugin of view.state.plugins) {
    if (plugin === own) continue;
    try {
      if (ask(plugin)) return true;
    } catch (error) {
      fault(view, 'keptPlain', error);
      if (view.state.doc !== doc && lettersIn(view.state.doc) >= wanted) return true;
    }
  }
  return false;
}

/** As ProseMirror pastes: a single whole node as it is, other content fitted in. */
function pastePlace({ state }: EditorView): Target {
  const { doc, selection } = state;
  return {
    begin: () => state.tr.setMeta('paste', true).setMeta('uiEvent', 'paste'),
    put: (tr, slice) => {
      const { content, openStart, openEnd } = slice;
      const whole = openStart === 0 && openEnd === 0 && content.childCount === 1 ? content.firstChild : null;
      return whole ? tr.replaceSelectionWith(whole, false) : tr.replaceSelection(slice);
    },
    putLine: (tr, words) => tr.insertText(words),
    replaced: selection.ranges.map(({ $from, $to }) => doc.slice($from.pos, $to.pos)),
  };
}

function dropPlace(view: EditorView, event: DragEvent, slice: Slice): Target {
  const { doc, selection } = view.state;
  const pos = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? selection.to;
  const at = dropPoint(doc, pos, slice) ?? pos;
  const selected = (changed: Transaction) =>
    changed.setSelection(Selection.near(changed.doc.resolve(changed.mapping.map(at)), -1));
  view.focus();
  return {
    begin: () => view.state.tr.setMeta('uiEvent', 'drop'),
    put: (change, dropped) => selected(change.replaceRange(at, at, dropped)),
    putLine: (change, words) => selected(change.insertText(words, at)),
    replaced: [],
  };
}

/** Dragging within a text may not lose what has no place where it was dropped. */
const isLossyMove = (tr: Transaction, { doc }: EditorState): boolean =>
  tr.docChanged &&
  tr.getMeta('uiEvent') === 'drop' &&
  (lettersIn(tr.doc) < lettersIn(doc) || thingsIn(tr.doc) < thingsIn(doc));
