import { all, isElement, isText, make, moveChildren, nameOf, type Pass, rename, shows } from './elements.ts';

/** What stands only outside of lists and quotes in our texts. */
const isLarge = (node: Node) =>
  isElement(node) &&
  (/^(?:table|details|hr)$/.test(node.localName) ||
    /^(?:callout|details|columns|gallery)$/.test(node.getAttribute('data-type') ?? ''));
const isList = (node: Node | null | undefined): node is HTMLElement =>
  /^(?:ul|ol|menu|dir)$/.test(nameOf(node ?? null));

/**
 * Lists that hold items, and items that hold words first: what stands loose in a list joins the item before it, an
 * item without words of its own gives what it holds to the one before it, and empty ones go. What may not stand in
 * a list or quote (a table) parts it. A numbered list goes on with the number that the page shows.
 */
export const mendLists: Pass = (root) => {
  for (const list of all(root, 'ol')) count(list);
  gatherLoose(root);
  // From the last to the first, so that what is inside is mended before what is around it.
  for (const element of all(root, 'ul, ol, menu, dir, blockquote').reverse()) {
    if (element === root || !element.parentNode) continue;
    const parts = isList(element) ? partsOfList(element) : partsOfQuote(element);
    element.replaceWith(...parts);
  }
};

/** Writes beside each item the number that it shows. */
function count(list: HTMLElement): void {
  const items = Array.from(list.children).filter((child) => nameOf(child) === 'li');
  const reversed = list.hasAttribute('reversed');
  let next = readNumber(list.getAttribute('start')) ?? (reversed ? items.length : 1);
  for (const item of items) {
    next = readNumber(item.getAttribute('value')) ?? next;
    item.setAttribute('data-number', String(next));
    next += reversed ? -1 : 1;
  }
}

const readNumber = (text: string | null) =>
  text !== null && /^\s*[+-]?\d{1,6}\s*$/.test(text) ? Number(text) : null;

/** Items outside of any list get one around them. */
function gatherLoose(root: HTMLElement): void {
  for (const item of all(root, 'li')) {
    const parent = item.parentElement;
    if (!parent || isList(parent)) continue;
    const before = item.previousElementSibling;
    if (before?.hasAttribute('data-loose')) before.append(item);
    else {
      const list = make(item, 'ul');
      list.setAttribute('data-loose', '');
      item.before(list);
      list.append(item);
    }
  }
}

class Parts {
  readonly made: Node[] = [];
  /** The lists made here; what is beside them was mended before. */
  readonly lists: HTMLElement[] = [];
  private item: HTMLElement | null = null;
  private list: HTMLElement | null = null;
  private number = 0;

  constructor(private readonly kind: string) {}

  begin(item: HTMLElement): void {
    const task = item.getAttribute('data-type') === 'taskItem';
    const number = Number(item.getAttribute('data-number') ?? 1);
    const kind = task ? 'task' : this.kind;
    const goesOn =
      this.list?.getAttribute('data-kind') === kind && (kind !== 'ol' || number === this.number + 1);
    const list = goesOn && this.list ? this.list : make(item, kind === 'ol' ? 'ol' : 'ul');
    if (list !== this.list) {
      list.setAttribute('data-kind', kind);
      if (task) list.setAttribute('data-type', 'taskList');
      if (kind === 'ol' && number !== 1) list.setAttribute('start', String(number));
      this.made.push(list);
      this.lists.push(list);
    }
    this.list = list;
    this.number = number;
    this.item = make(item, 'li');
    if (task) {
      this.item.setAttribute('data-type', 'taskItem');
      this.item.setAttribute('data-checked', item.getAttribute('data-checked') ?? 'false');
    }
    list.append(this.item);
  }

  /** Into the item that is begun; before any, or after what parted the list, beside the list. */
  add(node: Node): void {
    if (isLarge(node) || !this.item) {
      this.item = this.list = null;
      this.made.push(node);
    } else this.item.append(node);
  }
}

function partsOfList(list: HTMLElement): Node[] {
  const parts = new Parts(list.localName === 'ol' ? 'ol' : 'ul');
  for (const child of itemsOf(list)) {
    if (nameOf(child) !== 'li') {
      if (shows(child)) parts.add(child);
      continue;
    }
    let begun = false;
    for (const node of Array.from(child.childNodes)) {
      if (!shows(node)) continue;
      if (begun || isList(node) || isLarge(node)) parts.add(node);
      else {
        parts.begin(child as HTMLElement);
        const first = asFirst(node);
        if (nameOf(first) !== 'p') parts.add(make(child, 'p'));
        parts.add(first);
        begun = true;
      }
    }
  }
  for (const made of parts.lists) for (const item of Array.from(made.children)) finish(item as HTMLElement);
  return parts.made;
}

/** The items, also those in an element that has no business in a list. */
function itemsOf(list: Element): Node[] {
  return Array.from(list.childNodes).flatMap((child) =>
    holdsItems(child) && !isList(child) ? itemsOf(child) : [child],
  );
}

const holdsItems = (node: Node): node is HTMLElement =>
  isElement(node) && node.localName !== 'li' && Array.from(node.children).some((one) => nameOf(one) === 'li');

/**
 * An item begins with a paragraph, if need be an empty one: a heading there is one in bold, a quotation of one
 * paragraph is its words.
 */
function asFirst(node: Node): Node {
  if (!isElement(node)) return node;
  if (/^h[1-6]$/.test(node.localName)) {
    const strong = make(node, 'strong');
    moveChildren(node, strong);
    node.append(strong);
    return rename(node, 'p');
  }
  const only =
    node.localName === 'blockquote' && node.childElementCount === 1 ? node.firstElementChild : null;
  return only && only.localName === 'p' ? only : node;
}

/** A task's words stand in one box beside its tick. */
function finish(item: HTMLElement): void {
  if (item.getAttribute('data-type') !== 'taskItem') return;
  const box = make(item, 'div');
  moveChildren(item, box);
  item.append(box);
}

function partsOfQuote(quote: HTMLElement): Node[] {
  const made: Node[] = [];
  let open: HTMLElement | null = null;
  for (const node of Array.from(quote.childNodes)) {
    if (isLarge(node)) {
      made.push(node);
      open = null;
    } else if (shows(node) || (isText(node) && open)) {
      if (!open) {
        open = make(quote, 'blockquote');
        made.push(open);
      }
      open.append(node);
    }
  }
  return made;
}
