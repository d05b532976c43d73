import { all, type Pass } from './elements.ts';
import { own } from './tables.ts';

const tools = 'button, clipboard-copy, svg, .code-toolbar > .toolbar, [data-line-number]:empty';
const numbers = [
  '.line-number, .line-numbers, .line-numbers-rows, .lineno, .linenos, .linenumber, .gutter, .hljs-ln-numbers',
  '.react-code-line-number, .react-line-number, .blob-num, .rouge-gutter, .hljs-ln-n, [data-line-number]',
].join(', ');

/** What a column of line numbers says; signs are those of changes and of lines left out. */
const isNumbers = (words: string) => /^[\d\s+\-.…]*$/.test(words);

/** Takes away what stands beside code: its tools, and the numbers of its lines where they are nothing but numbers. */
export const dropBeside: Pass = (block) => {
  for (const tool of all(block, tools)) tool.remove();
  for (const number of all(block, numbers)) if (isNumbers(number.textContent ?? '')) number.remove();
};

const lines = '.blob-code, .hljs-ln-code, .react-code-line-contents';

/**
 * The parts of a table that lays out code, without what stands beside it; null where anything else is said in it:
 * other words, another table, numbers that do not count lines.
 */
export function codeOfTable(table: HTMLElement): HTMLElement[] | null {
  const code: HTMLElement[] = [];
  const counted: number[] = [];
  for (const cell of own(table, 'td, th, caption')) {
    const parts = codeOfCell(cell);
    const words = (cell.textContent ?? '').trim();
    if (parts.length) code.push(...parts);
    else if (/^\d+$/.test(words) && !cell.matches(numbers)) counted.push(Number(words));
    else if (!cell.matches(numbers) || !isNumbers(words)) {
      if (words || cell.querySelector('img, table')) return null;
    }
  }
  return code.length && isCount(counted) ? code : null;
}

/** Numbers each one more than the last; one alone counts nothing unless it is the first. */
const isCount = (numbers: readonly number[]): boolean =>
  numbers.every((number, at) =>
    at === 0 ? numbers.length > 1 || number === 1 : number === numbers[at - 1]! + 1,
  );

/** The code that a cell holds, in a copy without what stands beside it; none where it holds anything else. */
function codeOfCell(cell: HTMLElement): HTMLElement[] {
  const whole = cell.cloneNode(true) as HTMLElement;
  dropBeside(whole);
  if (whole.querySelector('table, img')) return [];
  if (whole.matches(lines)) return [whole];
  const code = whole.matches('td.code, td.rouge-code') ? `pre, ${lines}` : lines;
  const outer = all(whole, code).filter((part) => !part.parentElement?.closest(code));
  const letters = outer.reduce((sum, part) => sum + lettersOf(part), 0);
  return letters === lettersOf(whole) ? outer : [];
}

const lettersOf = ({ textContent }: Element): number => (textContent ?? '').replace(/\s/g, '').length;
