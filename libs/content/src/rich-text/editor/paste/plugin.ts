import { DOMParser, type ParseOptions, type Schema, type Slice } from '@tiptap/pm/model';
import { closeHistory } from '@tiptap/pm/history';
import { Plugin, PluginKey, Selection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { stylesAside } from '../pasted-styles.ts';
import { fault, logFault } from '../safety/fault.ts';
import { lettersIn, paragraphsOf } from '../safety/words.ts';
import { cleanPasted, isOurs } from './clean.ts';
import { linesIn } from './deep.ts';
import { readText, type ReadAs, type ReadText } from './pasted-text.ts';

/** Reads pasted HTML as what its reader saw. Words that make our own reading fail are pasted as plain lines. */
class PastedParser extends DOMParser {
  /** Through which failures are told. */
  view: EditorView | null = null;

  override parseSlice(dom: HTMLElement, options?: ParseOptions): Slice {
    if (dom.querySelector('[data-pm-slice]')) return super.parseSlice(dom, options);
    const asItCame = dom.cloneNode(true) as HTMLElement;
    try {
      cleanPasted(dom);
      return super.parseSlice(dom, options);
    } catch (error) {
      if (this.view) fault(this.view, 'keptPlain', error);
      else logFault(error);
      return paragraphsOf(linesIn(asItCame), this.schema);
    }
  }
}

/** Another editor of this make says how its slice is cut, in levels that are not ours: such HTML is read as any page. */
function withoutForeignCut(html: string): string {
  if (!html.includes('data-pm-slice')) return html;
  const { body } = new globalThis.DOMParser().parseFromString(html, 'text/html');
  return isOurs(body) ? html : html.replace(/(?<=\s)data-pm-slice(?==)/g, 'data-slice');
}

const tablePart = /^(?:t[dhr]|tbody|thead|tfoot|col|colgroup|caption)$/i;

/**
 * Parts of a table in a table. Where the first tag of two letters or more is such a part, ProseMirror puts all into
 * a table itself and loses what may not stand there; asked the same way, it is never left to do so.
 */
function inTable(html: string): string {
  const [, first = ''] = /<([a-z][^>\s]+)/i.exec(html.replace(/^(?:\s*<meta [^>]*>)+/i, '')) ?? [];
  return tablePart.test(first) ? `<table>${html}</table>` : html;
}

const key = new PluginKey('paste');

/** What the plain text of this change was read as; undefined = it was none, or stayed as it was. */
export const readAs = (tr: Transaction): ReadAs | undefined => tr.getMeta(key) as ReadAs | undefined;

/**
 * Cleans what is pasted and dropped before it becomes a part of the text. Plain text that is Markdown or a table goes
 * in as it is written and then becomes what it says, in two steps: undoing once leaves it as it was written. Pasting
 * with Shift leaves it so from the start.
 */
export function pastePlugin(schema: Schema): Plugin {
  const parser = new PastedParser(schema, DOMParser.fromSchema(schema).rules);
  let shift = false;
  const released = (held: boolean) => {
    shift &&= held;
    return false;
  };
  return new Plugin({
    key,
    view(view) {
      parser.view = view;
      return { destroy: () => (parser.view = null) };
    },
    props: {
      transformPastedHTML: (html) => inTable(withoutForeignCut(stylesAside(html))),
      clipboardParser: parser,
      handleDOMEvents: {
        // Where other handlers take a key, the plugins' own are not asked.
        keydown(_, event) {
          // Shift with Insert is the old way of pasting anything.
          shift = event.shiftKey && event.key !== 'Insert';
          return false;
        },
        keyup: (_, event) => released(event.shiftKey),
        blur: () => released(false),
      },
      handlePaste(view, { clipboardData }, slice) {
        const asWritten = shift;
        shift = false;
        if (asWritten || !clipboardData || clipboardData.getData('text/html')) return false;
        const { doc, selection } = view.state;
        const read = readText(clipboardData.getData('text/plain'), selection.$from);
        if (!read) return false;
        view.dispatch(view.state.tr.replaceSelection(slice));
        if (view.state.doc === doc) return false;
        try {
          become(view, selection.from, read);
        } catch (error) {
          fault(view, 'keptPlain', error);
        }
        return true;
      },
    },
  });
}

/** What was pasted from here to the cursor becomes what it was read as, unless a part of that has no place here. */
function become(view: EditorView, from: number, { as, slice }: ReadText): void {
  const { tr, doc, selection } = view.state;
  tr.replaceRange(from, selection.to, slice);
  if (lettersIn(tr.doc) < lettersIn(doc) - lettersIn(doc.slice(from, selection.to)) + lettersIn(slice))
    return;
  tr.setSelection(Selection.near(tr.doc.resolve(tr.mapping.map(selection.to)), -1));
  view.dispatch(closeHistory(tr).setMeta(key, as).scrollIntoView());
}
