const mark = /^(?:[-*]|\d{1,9}[.)])(?= |$)/;
const other: Record<string, string> = { '-': '*', '*': '-', '.': ')', ')': '.' };

/** The sign that tells a list from another one of its sort: `-` or `*`, `.` or `)`; none where a line begins no item. */
const signOf = (line: string): string | undefined => mark.exec(line)?.[0].at(-1);

/** The last line that is not moved in: it begins the last block, where that is a list. */
function lastOuterLine(block: string): string {
  for (let end = block.length; end > 0;) {
    const start = block.lastIndexOf('\n', end - 1) + 1;
    const line = block.slice(start, end);
    if (line && !line.startsWith(' ')) return line;
    end = start - 1;
  }
  return '';
}

/** The list that a block begins with, under the other sign of its sort. */
function resigned(block: string): string {
  const lines = block.split('\n');
  const end = lines.findIndex((line) => line && !line.startsWith(' ') && !mark.test(line));
  return lines
    .map((line, at) => (end < 0 || at < end ? line.replace(mark, (sign) => withOther(sign)) : line))
    .join('\n');
}

const withOther = (sign: string): string => sign.slice(0, -1) + (other[sign.slice(-1)] ?? '');

/** Blocks of Markdown in which two lists in a row, which would be read as one, have different signs. */
export function listsApart(blocks: string[]): string[] {
  const done: string[] = [];
  for (const block of blocks) {
    const before = done.at(-1);
    const sign = before === undefined ? undefined : signOf(lastOuterLine(before));
    const joined = sign !== undefined && sign === signOf(block.slice(0, 12));
    done.push(joined ? resigned(block) : block);
  }
  return done;
}
