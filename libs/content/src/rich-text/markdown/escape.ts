/** What readers of GFM make a link of by themselves: it ends at a space or a `<` and takes backslashes literally. */
const address = /(?:(?:https?|ftp):\/\/|www\.)[^\s<>]*/gi;

function escapeWords(text: string): string {
  return text
    .replace(/[\\`*[\]<~|]/g, '\\$&')
    .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\_')
    .replace(/&(?=#?\w+;)/g, '\\&');
}

/** The same, with addresses taken apart: a backslash in one would not be read as an escape. */
const escapeAll = (text: string): string =>
  escapeWords(text)
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/www(?=\.)/gi, '$&\\');

/** True for an address without a sign that means something in Markdown, and with no other address inside. */
const isPlain = (found: string): boolean =>
  !found.includes('_') &&
  escapeWords(found) === found &&
  !/:\/\/|www\./i.test(found.slice(4).replace('://', ''));

/** Space inside a line: before a break, the sign that makes the break would be read as part of the address. */
const spaceAndMore = /[^\S\n]+\S/y;

/**
 * Text as Markdown that every reader shows as the same text, for the middle of a line. A bare address stays one
 * where nothing can be read as a part of it; `followed`: something other than a space comes right after the text.
 */
export function escapeText(text: string, followed: boolean): string {
  let done = '';
  let from = 0;
  for (const found of text.matchAll(address)) {
    const to = found.index + found[0].length;
    spaceAndMore.lastIndex = to;
    const ends = to === text.length ? !followed : spaceAndMore.test(text);
    if (!ends || !isPlain(found[0])) continue;
    done += escapeAll(text.slice(from, found.index)) + found[0];
    from = to;
  }
  return done + escapeAll(text.slice(from));
}

/** What would make a line a heading, list, quote, rule or table is taken literally. */
export const escapeLineStart = (line: string): string =>
  line
    .replace(/^[ \t]+/, '')
    .replace(/^(?:[#+\-=>]|:(?=-))/, '\\$&')
    .replace(/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\');
