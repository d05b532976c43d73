import type { RichNode } from '../../document.ts';
import { joinLines } from '../../outputs/lines.ts';
import { whole } from '../attributes.ts';
import { defineBlock, inside, type Writer } from '../block.ts';

const words = { ko: '표', en: 'Table' };

const tableRow = defineBlock({
  spec: {
    content: '(tableCell | tableHeader)*',
    tableRole: 'row',
    parseDOM: [{ tag: 'tr' }],
    toDOM: () => ['tr', 0],
  },
  View: ({ children }) => <tr>{children}</tr>,
  toMarkdown: (node, _, writer) =>
    inside(node)
      .map((cell) => cellWords(cell, writer))
      .join(' | '),
  toText: (node, _, writer) =>
    inside(node)
      .map((cell) => cellText(cell, writer))
      .join(' | '),
});

const attributes = { colspan: whole(1, 20, 1), rowspan: whole(1, 100, 1) };

const span = (element: HTMLElement) => {
  const read = (name: string, max: number) => {
    const value = Number(element.getAttribute(name) ?? 1);
    return Number.isInteger(value) && value >= 1 && value <= max ? value : 1;
  };
  return { colspan: read('colspan', 20), rowspan: read('rowspan', 100) };
};

const spans = ({ colspan, rowspan }: Record<string, unknown>) => ({
  ...(colspan === 1 ? {} : { colspan: String(colspan) }),
  ...(rowspan === 1 ? {} : { rowspan: String(rowspan) }),
});

const spanProps = ({ colspan, rowspan }: { colspan: number; rowspan: number }) => ({
  colSpan: colspan === 1 ? undefined : colspan,
  rowSpan: rowspan === 1 ? undefined : rowspan,
});

const tableCell = defineBlock({
  attributes,
  spec: {
    content: 'prose+',
    tableRole: 'cell',
    isolating: true,
    parseDOM: [{ tag: 'td', getAttrs: span }],
    toDOM: ({ attrs }) => ['td', spans(attrs), 0],
  },
  View: ({ attrs, children }) => <td {...spanProps(attrs)}>{children}</td>,
  toMarkdown: (node, _, writer) => cellWords(node, writer),
  toText: (node, _, writer) => cellText(node, writer),
});

const isHeaderRow = (row: RichNode) => inside(row).every(({ type }) => type === 'tableHeader');

const tableHeader = defineBlock({
  attributes,
  spec: {
    content: 'prose+',
    tableRole: 'header_cell',
    isolating: true,
    parseDOM: [{ tag: 'th', getAttrs: span }],
    toDOM: ({ attrs }) => ['th', spans(attrs), 0],
  },
  View: ({ attrs, parent, children }) => (
    <th scope={isHeaderRow(parent) ? 'col' : 'row'} {...spanProps(attrs)}>
      {children}
    </th>
  ),
  toMarkdown: (node, _, writer) => cellWords(node, writer),
  toText: (node, _, writer) => cellText(node, writer),
});

/** A cell on one line, as tables of Markdown need it: whatever is not a paragraph is written as its text. */
function cellWords(cell: RichNode, writer: Writer): string {
  const plain = inside(cell).every(({ type }) => type === 'paragraph');
  return inside(cell)
    .map((block) => (plain ? writer.inline(inside(block).map(sayable), '<br>') : writer.flat(block)))
    .filter(Boolean)
    .join('<br>')
    .replace(barePipe, '$1\\|');
}

/** A `|` after no backslash or an even number of them: it would end the cell, in code and addresses as well. */
const barePipe = /(?<!\\)((?:\\\\)*)\|/g;

/** A backslash before `|` cannot be said in code of a cell: such code is written as plain words. */
const sayable = (node: RichNode): RichNode =>
  node.text?.includes('\\|') ? { ...node, marks: node.marks?.filter(({ type }) => type !== 'code') } : node;

const mostRows = 200;
const mostCells = 2_000;

/** Spans multiply: a table is bounded by the cells it covers, not by those it names. */
function tooLarge(table: RichNode): boolean {
  const rows = inside(table);
  let covered = 0;
  for (const { attrs } of rows.flatMap(inside)) {
    const { colspan = 1, rowspan = 1 } = (attrs ?? {}) as { colspan?: number; rowspan?: number };
    covered += colspan * Math.min(rowspan, rows.length);
  }
  return rows.length > mostRows || covered > mostCells;
}

const cellText = (cell: RichNode, { blocks }: Writer) => joinLines(blocks(inside(cell)), ' / ');

/** Rows of equal length: a cell that spans leaves empty ones beside and below it. */
function grid(table: RichNode, writer: Writer): string[][] {
  const rows: string[][] = inside(table).map(() => []);
  inside(table).forEach((row, y) => {
    let x = 0;
    for (const cell of inside(row)) {
      while (rows[y]?.[x] !== undefined) x++;
      const { colspan = 1, rowspan = 1 } = (cell.attrs ?? {}) as { colspan?: number; rowspan?: number };
      for (let down = 0; down < rowspan; down++) {
        for (let right = 0; right < colspan; right++) {
          const line = rows[y + down];
          if (line) line[x + right] = down || right ? '' : cellWords(cell, writer);
        }
      }
      x += colspan;
    }
  });
  const width = Math.max(1, ...rows.map((row) => row.length));
  return rows.map((row) => Array.from({ length: width }, (_, x) => row[x] ?? ''));
}

const table = defineBlock({
  spec: {
    group: 'block',
    content: 'tableRow+',
    tableRole: 'table',
    isolating: true,
    parseDOM: [{ tag: 'table' }],
    toDOM: () => ['table', ['tbody', 0]],
  },
  refuse: (_, node) =>
    tooLarge(node)
      ? ['content', `must have at most ${mostRows} rows and cover at most ${mostCells} cells`]
      : null,
  View: ({ context, children }) => {
    const rows = (
      <table>
        <tbody>{children}</tbody>
      </table>
    );
    if (context.form === 'feed') return rows;
    return (
      // A wide table scrolls inside itself, which must also work from the keyboard.
      <div className="g-table" role="group" aria-label={words[context.locale]} tabIndex={0}>
        {rows}
      </div>
    );
  },
  toMarkdown: (node, _, writer) => {
    const rows = grid(node, writer);
    const blank = (rows[0] ?? []).map(() => '');
    const first = inside(node)[0];
    const [head = blank, ...body] = first && isHeaderRow(first) ? rows : [blank, ...rows];
    return [head, blank.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  },
  toText: (node, _, writer) =>
    inside(node)
      .map((row) =>
        inside(row)
          .map((cell) => cellText(cell, writer))
          .join(' | '),
      )
      .join('\n'),
});

export const tables = { table, tableRow, tableHeader, tableCell };
