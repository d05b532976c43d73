import { DOMParser, type ParseOptions, type Schema, type Slice } from '@tiptap/pm/model';
import { closeHistory } from '@tiptap/pm/history';
import { Plugin, PluginKey, Selection, type Transaction } from '@tiptap/pm/state';
import { stylesAside } from '../pasted-styles.ts';
import { logFault } from '../safety/fault.ts';
import { paragraphsOf } from '../safety/words.ts';
import { cleanPasted, isOurs } from './clean.ts';
import { readText, type ReadAs } from './pasted-text.ts';

/** Reads pasted HTML as what its reader saw. Words that make our own reading fail are pasted as plain lines. */
class PastedParser extends DOMParser {
  override parseSlice(dom: HTMLElement, options?: ParseOptions): Slice {
    if (dom.querySelector('[data-pm-slice]')) return super.parseSlice(dom, options);
    const words = dom.textContent ?? '';
    try {
      cleanPasted(dom);
      return super.parseSlice(dom, options);
    } catch (error) {
      logFault(error);
      return paragraphsOf(words, this.schema);
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
  let shift = false;
  return new Plugin({
    key,
    props: {
      transformPastedHTML: (html) => inTable(withoutForeignCut(stylesAside(html))),
      clipboardParser: new PastedParser(schema, DOMParser.fromSchema(schema).rules),
      handleKeyDown(_, event) {
        shift = event.shiftKey;
        return false;
      },
      handlePaste(view, { clipboardData }, slice) {
        if (shift || !clipboardData || clipboardData.getData('text/html')) return false;
        const { from, $from } = view.state.selection;
        const read = readText(clipboardData.getData('text/plain'), $from);
        if (!read) return false;
        view.dispatch(view.state.tr.replaceSelection(slice));
        const { tr, selection } = view.state;
        tr.replaceRange(from, selection.to, read.slice);
        tr.setSelection(Selection.near(tr.doc.resolve(tr.mapping.map(selection.to)), -1));
        view.dispatch(closeHistory(tr).setMeta(key, read.as).scrollIntoView());
        return true;
      },
    },
  });
}
