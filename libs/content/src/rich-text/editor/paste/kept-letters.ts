import type { Node, Slice } from '@tiptap/pm/model';

/** What Markdown says by letters and numbers that are not shown as such: a task that is done, a fence's language. */
const taskDone = /^([ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+)\[[xX]\](?=\s)/gm;
const language =
  /^([ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?:`{3,}|~{3,})[ \t]*)[a-z0-9+#.-]{1,32}[ \t]*$/gim;
/** A one before each item is how some write a list that is counted by whoever shows it. */
const one = /^([ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*)1(?=[.)]\s)/gm;

/** Signs of Markdown, and what has no width or is another form of the same, are not compared. */
const signs = /[\ufe0f\s!-/:-@[-`{-~\u00ad\u200b-\u200d\u2060\ufeff☐☑☒✅✓✔]+/g;
const encoded = /(?:%[\da-f]{2})+/gi;

const plain = (text: string): string =>
  text
    .replace(encoded, (run) => {
      try {
        return decodeURIComponent(run);
      } catch {
        return run;
      }
    })
    .replace(signs, '')
    .toLowerCase();

/** All that a slice shows, in order: words, where links lead, the numbers of lists. */
function shown({ content }: Slice): string {
  const parts: string[] = [];
  content.descendants((node: Node, _pos, parent, at) => {
    if (parent?.type.name === 'orderedList') parts.push(String(Number(parent.attrs.start) + at));
    parts.push(node.text ?? '');
    for (const { attrs } of node.marks) parts.push(String(attrs.href ?? ''));
  });
  return parts.join(' ');
}

const begin = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*/;
const rule = /^\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?)?\s*$/;

const cellsOf = (row: string): string[] =>
  row
    .replace(/\\[\\|]/g, 'x')
    .replace(/^\|/, '')
    .split('|');

/** Whether a row holds more cells than its table has columns: Markdown shows none of those, also such without letters. */
function hasCellBeyond(markdown: string): boolean {
  let columns = 0;
  for (const line of markdown.split(/\r\n?|\n/)) {
    const row = line.replace(begin, '').trim();
    if (!row) columns = 0;
    else if (rule.test(row)) columns = cellsOf(row.replace(/\|$/, '')).length;
    else if (
      columns &&
      cellsOf(row)
        .slice(columns)
        .some((cell) => cell.trim())
    )
      return true;
  }
  return false;
}

/** Whether each letter and number of a Markdown text is in the slice that was made of it, in the same order. */
export function keepsLetters(markdown: string, slice: Slice): boolean {
  if (hasCellBeyond(markdown)) return false;
  const wanted = plain(markdown.replace(taskDone, '$1').replace(language, '$1').replace(one, '$1'));
  const found = plain(shown(slice));
  let at = 0;
  for (let next = 0; next < found.length && at < wanted.length; next++) if (found[next] === wanted[at]) at++;
  return at === wanted.length;
}
