import { DOMParser, type ParseOptions, type Schema, type Slice } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { logFault } from './safety/fault.ts';
import { paragraphsOf } from './safety/words.ts';

const openingTags = /<[a-z](?:[^"'<>]|"[^"]*"|'[^']*')*>/gi;
const styleNames = /("[^"]*"|'[^']*')|(?<=[\s"'/])style(?=\s*=)/gi;
const sheetBegin = /<style\b/gi;
const sheetEnd = /<\/style\s*>/gi;

/**
 * Pasted HTML with its styles under another name. The site's policy refuses style attributes and elements, even
 * those of a page that is only read: they would count for nothing, and each would be told on the console.
 */
export const stylesAside = (html: string): string =>
  withoutSheets(html).replace(openingTags, (tag) =>
    tag.replace(styleNames, (_, quoted?: string) => quoted ?? 'data-style'),
  );

/** Goes through the text once, however many elements are begun and never ended. */
function withoutSheets(html: string): string {
  let kept = '';
  let from = 0;
  for (;;) {
    const begin = foundFrom(sheetBegin, html, from);
    const end = begin && foundFrom(sheetEnd, html, sheetBegin.lastIndex);
    if (!begin || !end) return kept + html.slice(from);
    kept += html.slice(from, begin.index);
    from = sheetEnd.lastIndex;
  }
}

function foundFrom(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}

/** Reads HTML with its styles back in their place: set by a program, the policy allows them. */
class StyledParser extends DOMParser {
  override parseSlice(dom: HTMLElement, options?: ParseOptions): Slice {
    for (const element of dom.querySelectorAll<HTMLElement>('[data-style]'))
      element.style.cssText = element.dataset.style ?? '';
    try {
      return super.parseSlice(dom, options);
    } catch (error) {
      logFault(error);
      return paragraphsOf(dom.innerText ?? dom.textContent, this.schema);
    }
  }
}

/** Pastes what the styles of a page say: what is bold, and what is not. */
export const pastedStylesPlugin = (schema: Schema) =>
  new Plugin({
    props: {
      transformPastedHTML: stylesAside,
      clipboardParser: new StyledParser(schema, DOMParser.fromSchema(schema).rules),
    },
  });
