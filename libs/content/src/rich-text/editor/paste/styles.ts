/** Longer values say nothing that is looked for, and would be copied to every element of a class. */
const longest = 200;

export type Style = Map<string, string>;

/** The declarations of a style attribute, in lower case. */
export function readStyle(text: string): Style {
  const style: Style = new Map();
  for (const part of text.split(';')) {
    const colon = part.indexOf(':');
    if (colon < 1 || part.length > longest) continue;
    const value = part.slice(colon + 1).replace(/!important/i, '');
    style.set(part.slice(0, colon).trim().toLowerCase(), value.trim().toLowerCase());
  }
  return style;
}

/** What the element's own style says; pasted styles stand under another name (`stylesAside`). */
export const styleOf = (element: Element): Style =>
  readStyle(element.getAttribute('data-style') ?? element.getAttribute('style') ?? '');

const isMono = /\bmono(?:space)?\b|courier|consolas|menlo|monaco|d2coding|fira code|ui-monospace|source code/;

/** True for a family of fonts whose letters are all of one width, which is how code is shown. */
export const isMonospace = (style: Style): boolean =>
  isMono.test(style.get('font-family') ?? style.get('font') ?? '');

/** `pre`, `pre-wrap` and the like keep the line breaks of the source; undefined = as around it. */
export function keepsBreaks(style: Style): boolean | undefined {
  const value = style.get('white-space') ?? style.get('white-space-collapse');
  return value === undefined || value === 'inherit' ? undefined : /^(?:pre|break-spaces)/.test(value);
}
