import { all, make, moveChildren, rename, type Pass } from './elements.ts';

/** The cells of this table only, not those of one inside it. */
export const own = (table: HTMLElement, selector: string) =>
  all(table, selector).filter((part) => part.closest('table') === table);

/**
 * Tables that only lay out a page (another table in them, or said so by role) become the blocks of their cells; a
 * caption becomes a paragraph above its table.
 */
export const readTables: Pass = (root) => {
  const layouts = new Set(all(root, 'table[role="presentation"], table[role="none"]'));
  for (const inner of all(root, 'table table')) {
    const outer = inner.parentElement?.closest<HTMLElement>('table');
    if (outer && root.contains(outer)) layouts.add(outer);
  }
  for (const layout of layouts) {
    if (layout === root) continue;
    for (const cell of own(layout, 'td, th, caption')) rename(cell, 'div');
    for (const part of own(layout, 'tr, tbody, thead, tfoot')) rename(part, 'div');
    rename(layout, 'div');
  }
  for (const caption of all(root, 'table > caption')) {
    const words = make(caption, 'p');
    moveChildren(caption, words);
    caption.parentElement?.before(words);
    caption.remove();
  }
};
