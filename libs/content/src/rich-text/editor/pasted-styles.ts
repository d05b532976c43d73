import { escapeHtml } from '../../outputs/escape-html.ts';

const openingTags = /<[a-z](?:[^"'<>]|"[^"]*"|'[^']*')*>/gi;
const styleNames = /("[^"]*"|'[^']*')|(?<=[\s"'/])style(?=\s*=)/gi;
const sheetBegin = /<style\b/gi;
const sheetEnd = /<\/style\s*>/gi;

/**
 * Pasted HTML with its styles under other names: `data-style`, and `<link data-sheet>` for a sheet. The site's
 * policy refuses style attributes and elements, even those of a page that is only read: they would count for
 * nothing, and each would be told on the console.
 */
export const stylesAside = (html: string): string =>
  sheetsAside(html).replace(openingTags, (tag) =>
    tag.replace(styleNames, (_, quoted?: string) => quoted ?? 'data-style'),
  );

/** Goes through the text once, however many elements are begun and never ended. */
function sheetsAside(html: string): string {
  let kept = '';
  let from = 0;
  for (;;) {
    const begin = foundFrom(sheetBegin, html, from);
    const end = begin && foundFrom(sheetEnd, html, sheetBegin.lastIndex);
    if (!begin || !end) return kept + html.slice(from);
    const css = html.slice(html.indexOf('>', begin.index) + 1, end.index);
    kept += `${html.slice(from, begin.index)}<link data-sheet="${escapeHtml(css).replace(/"/g, '&quot;')}">`;
    from = sheetEnd.lastIndex;
  }
}

function foundFrom(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}
