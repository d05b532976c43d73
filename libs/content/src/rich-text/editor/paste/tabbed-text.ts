import { escapeHtml } from '../../../outputs/escape-html.ts';

/** What one table of ours may hold. */
const mostRows = 200;
const mostCells = 2_000;

/** Rows of cells between tabs, as spreadsheets and terminals copy them, as a table; null = it is no table. */
export function tableOf(text: string): string | null {
  const rows = rowsOf(text.replace(/\r\n?/g, '\n').replace(/(?<!\n)\n+$/, ''));
  const width = rows?.[0]?.length ?? 0;
  if (!rows || rows.length < 2 || width < 2 || rows.length > mostRows || rows.length * width > mostCells)
    return null;
  // Lines that all begin with a tab are moved in, not parted into cells.
  if (rows.some((row) => row.length !== width) || rows.every(([first]) => first === '')) return null;
  const cell = (words: string) => `<td>${escapeHtml(words).replace(/\n/g, '<br>')}</td>`;
  return `<table>${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table>`;
}

/** A cell with a break or tab in it stands between quotation marks. Null = a mark is never closed. */
function rowsOf(text: string): string[][] | null {
  if (!text.includes('\t')) return null;
  const rows: string[][] = [[]];
  for (let at = 0; at <= text.length;) {
    const row = rows.at(-1) as string[];
    let end: number;
    if (text[at] === '"') {
      const close = closingMark(text, at);
      if (close < 0) return null;
      row.push(text.slice(at + 1, close).replace(/""/g, '"'));
      end = close + 1;
      if (end < text.length && text[end] !== '\t' && text[end] !== '\n') return null;
    } else {
      end = at;
      while (end < text.length && text[end] !== '\t' && text[end] !== '\n') end++;
      row.push(text.slice(at, end).trim());
    }
    if (text[end] === '\n') rows.push([]);
    at = end + 1;
  }
  return rows;
}

function closingMark(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] !== '"') return at;
    at++;
  }
  return -1;
}
