import {
  all,
  classesOf,
  isElement,
  isSpace,
  isText,
  make,
  moveChildren,
  nameOf,
  type Pass,
} from './elements.ts';
import { numberOf } from './numbering.ts';
import { styleOf } from './styles.ts';

/** An item of a list that is written flat, one after the other, with its level beside it. */
interface FlatItem {
  element: HTMLElement;
  level: number;
  /** Of the list it belongs to. */
  id: string;
  number: number | null;
}

/**
 * Word writes lists as paragraphs, each with its level and the marker as text; its web version as lists of one
 * item. Both become lists in lists, with the kind and the number that the marker shows.
 */
export const readFlatLists: Pass = (root) => {
  readWord(root);
  readWordOnline(root);
};

const listed = /\bl(\d+)\s+level([1-9])\b/;

function readWord(root: HTMLElement): void {
  const items: FlatItem[] = [];
  const next = new Map<string, number>();
  for (const element of all(root, '[data-style*="mso-list" i], [style*="mso-list" i]')) {
    const [, list = '', level = ''] = listed.exec(styleOf(element).get('mso-list') ?? '') ?? [];
    if (!list || element.localName === 'li') continue;
    const marker = takeMarker(element);
    if (/^h[1-6]$/.test(element.localName)) {
      if (numberOf(marker) !== null) element.prepend(`${marker} `);
      continue;
    }
    const key = `${list} ${level}`;
    const number = numberOf(marker, next.get(key));
    if (number !== null) next.set(key, number + 1);
    // A marker such as "1-1" counts in a way of its own: it stays as words.
    else if (/\d/.test(marker)) element.prepend(`${marker} `);
    items.push({ element, level: Number(level), id: list, number });
  }
  nest(items);
}

/** The marker in front of an item's words, which is no part of them. */
function takeMarker(item: HTMLElement): string {
  for (const part of all(item, '[data-style*="mso-list" i], [style*="mso-list" i]')) {
    if (styleOf(part).get('mso-list') !== 'ignore') continue;
    const marker = (part.textContent ?? '').replace(/[\s\u00a0]+/g, '');
    part.remove();
    return marker;
  }
  return '';
}

function readWordOnline(root: HTMLElement): void {
  const items: FlatItem[] = [];
  for (const element of all(root, 'div')) {
    if (!classesOf(element).includes('ListContainerWrapper')) continue;
    const list = element.firstElementChild;
    const item = list?.firstElementChild;
    if (!list || !isElement(item ?? null) || !item || list.childElementCount !== 1) continue;
    const level = Number(item.getAttribute('data-aria-level') ?? item.getAttribute('aria-level') ?? 1);
    const start = Number(list.getAttribute('start') ?? 1);
    const ordered = list.localName === 'ol' && Number.isInteger(start);
    moveChildren(item, element);
    list.remove();
    items.push({ element, level: level >= 1 ? level : 1, id: '', number: ordered ? start : null });
  }
  nest(items);
}

interface Open {
  list: HTMLElement;
  item: HTMLElement;
  level: number;
  id: string;
  number: number | null;
}

/** Puts each item where its level says: into the item before it, beside it, or further out. */
function nest(items: readonly FlatItem[]): void {
  let open: Open[] = [];
  let last: Element | null = null;
  for (const { element, level, id, number } of items) {
    if (!last || followed(last) !== element) open = [];
    while ((open.at(-1)?.level ?? 0) > level) open.pop();
    let beside = open.at(-1);
    if (beside?.level === level && !goesOn(beside, id, number)) {
      open.pop();
      beside = undefined;
    }
    const item = make(element, 'li');
    if (beside?.level === level) {
      beside.list.append(item);
      Object.assign(beside, { item, number });
    } else {
      const list = make(element, number === null ? 'ul' : 'ol');
      if (number !== null && number !== 1) list.setAttribute('start', String(number));
      list.append(item);
      const around = open.at(-1);
      if (around) around.item.append(list);
      else element.before(list);
      open.push({ list, item, level, id, number });
    }
    last = open[0]?.list ?? null;
    element.removeAttribute('data-style');
    item.append(element);
  }
}

const goesOn = (before: Open, id: string, number: number | null) =>
  number === null ? before.number === null && before.id === id : before.number === number - 1;

/** The next element beside this one, if there is no text between them. */
function followed(element: Element): Element | null {
  let next = element.nextSibling;
  while (next && ((isText(next) && isSpace(next.data)) || (!isText(next) && nameOf(next) === '')))
    next = next.nextSibling;
  return isElement(next) ? next : null;
}
