/** A text as long as two sections may be; longer ones, and those of more lines, are pasted as they are. */
const longest = 50_000;
const mostLines = 2_000;

/** Signs that the reader of Markdown compares with each other, all those of a paragraph. */
const paired = /[*_~[\]]/g;
const mostPairs = 2_000_000;

const item = /^\s*[-*+] /;
const deeplyNested = /^(?:\s*(?:>|[-*+]\s|\d{1,9}[.)]\s)){12}/;
/** Every row of a table has all its cells, also one that is written with none. */
const rule = /^[\s>|:-]+$/;
const mostCells = 10_000;

/**
 * True where reading a text as Markdown would take longer than anybody waits: its cost goes with the square of the
 * signs in a paragraph, with the lines, the cells and the depth of each line. Nothing that somebody writes comes near.
 */
export function isDear(text: string): boolean {
  if (text.length > longest) return true;
  const lines = text.split(/\r\n?|\n/);
  if (lines.length > mostLines) return true;
  let pairs = 0;
  let signs = 0;
  for (const [at, line] of lines.entries()) {
    if (deeplyNested.test(line)) return true;
    const columns = line.includes('-') && rule.test(line) ? line.split('|').length - 1 : 0;
    if (columns * (lines.length - at) > mostCells) return true;
    if (!line.trim() || item.test(line)) {
      pairs += signs ** 2;
      signs = 0;
    }
    signs += line.match(paired)?.length ?? 0;
  }
  return pairs + signs ** 2 > mostPairs;
}
