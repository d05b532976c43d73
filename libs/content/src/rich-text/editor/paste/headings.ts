import { all, classesOf, rename, type Pass } from './elements.ts';

const lowest = 4;
const highest = 2;

/** Levels of a page as ours, 2 to 4: apart as far as there is room, and otherwise as near to their own as can be. */
export function ourLevels(used: readonly number[]): Map<number, number> {
  const sorted = Array.from(new Set(used)).sort((a, b) => a - b);
  const levels = new Map<number, number>();
  let last = highest - 1;
  sorted.forEach((level, at) => {
    const roomBelow = lowest - (sorted.length - 1 - at);
    last = Math.min(lowest, Math.max(highest, last + 1, Math.min(level, roomBelow)));
    levels.set(level, last);
  });
  return levels;
}

/** Gives headings our levels, also those that are headings by role or by Word's style only. */
export const levelHeadings: Pass = (root) => {
  for (const element of all(root, '[role="heading"], p.MsoTitle')) {
    const level = Number(
      element.getAttribute('aria-level') ?? (classesOf(element).includes('MsoTitle') ? 1 : 2),
    );
    if (!/^h[1-6]$/.test(element.localName) && level >= 1 && level <= 6)
      rename(element, `h${Math.trunc(level)}`);
  }
  const headings = all(root, 'h1, h2, h3, h4, h5, h6');
  const levelOf = (heading: Element) => Number(heading.localName[1]);
  const levels = ourLevels(headings.map(levelOf));
  for (const heading of headings) {
    const level = levels.get(levelOf(heading));
    if (level !== levelOf(heading)) rename(heading, `h${level}`);
  }
};
