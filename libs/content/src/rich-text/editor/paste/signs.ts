import { all, nameOf, unwrap, type Pass } from './elements.ts';
import { styleOf } from './styles.ts';

const isRow = (element: Element) => {
  const style = styleOf(element);
  return /flex$/.test(style.get('display') ?? '') && !/column/.test(style.get('flex-direction') ?? '');
};

/**
 * Writes out what a browser draws by itself: the marks around a quotation, a reading above its word, and the room
 * between the items of a row.
 */
export const writeSigns: Pass = (root) => {
  for (const quote of all(root, 'q')) {
    quote.prepend('“');
    quote.append('”');
    unwrap(quote);
  }
  for (const reading of all(root, 'rt')) {
    reading.prepend('(');
    reading.append(')');
    unwrap(reading);
  }
  for (const row of all(root, '[data-style*="flex" i]').filter(isRow)) {
    for (const item of Array.from(row.children)) if (nameOf(item.nextSibling)) item.after(' ');
  }
};
