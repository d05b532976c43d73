import { isElement, isSpace, isText, make, moveChildren, nameOf, type Pass, shows } from './elements.ts';
import { styleOf } from './styles.ts';

const blocks = new Set(
  'address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const tableParts = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr']);
const holders = new Set(['blockquote', 'li', 'td', 'th', 'ul', 'ol', 'details']);
const lines = /^(?:h[1-6]|summary)$/;
const shownAsBlock = /^(?:block|flex|grid|list-item|table|flow-root)$/;

/**
 * Paragraphs around all running text between blocks, and no box in a box: what is side by side in the page's lines
 * stays in one line, what begins a new line there begins one here. Two breaks in a row part paragraphs.
 */
export const partBlocks: Pass = (root) => {
  const holding = holdersOfBlocks(root);
  const isBlock = (node: Node): node is HTMLElement =>
    isElement(node) && (blockLike(node) || holding.has(node));

  /** Puts what `from` holds into `out`, each run of text in a paragraph. */
  const collect = (from: Node, out: Out) => {
    for (const child of Array.from(from.childNodes)) {
      if (!isBlock(child)) out.run.push(child);
      else {
        out.close();
        own(child, out);
        out.close();
      }
    }
  };

  const own = (block: HTMLElement, out: Out) => {
    const name = block.localName;
    if (name === 'pre' || name === 'hr' || isAtom(block)) out.put(block);
    else if (lines.test(name)) {
      oneLine(block, isBlock);
      out.put(block);
    } else if (tableParts.has(name)) {
      for (const part of Array.from(block.children)) if (isElement(part)) within(part);
      out.put(block);
    } else if (holders.has(name) || block.hasAttribute('data-type')) {
      within(block);
      out.put(block);
    } else if (name === 'a') {
      within(block);
      out.put(block);
    } else collect(block, out);
  };

  const within = (holder: HTMLElement) => {
    if (tableParts.has(holder.localName)) {
      for (const part of Array.from(holder.children)) if (isElement(part)) within(part);
      return;
    }
    const out = new Out(holder);
    collect(holder, out);
    out.close();
    holder.replaceChildren(out.made);
  };

  if (tableParts.has(root.localName)) within(root);
  else {
    const out = new Out(root);
    collect(root, out);
    // A few words out of a line stay words, and join the line they are pasted into.
    const inLine = out.made.childNodes.length === 0 && partsOf(out.run).length < 2;
    if (inLine) root.replaceChildren(...out.run);
    else {
      out.close();
      root.replaceChildren(out.made);
    }
  }
};

class Out {
  readonly made: DocumentFragment;
  run: Node[] = [];

  constructor(private readonly beside: HTMLElement) {
    this.made = (beside.ownerDocument as Document).createDocumentFragment();
  }

  put(block: Node): void {
    this.made.append(block);
  }

  close(): void {
    for (const part of partsOf(this.run)) {
      const paragraph = make(this.beside, 'p');
      for (const node of part) paragraph.append(node);
      this.put(paragraph);
    }
    this.run = [];
  }
}

/** A run of text as paragraphs: without breaks and space at its ends, without parts in which nothing is to be seen. */
function partsOf(run: readonly Node[]): Node[][] {
  const parts: Node[][] = [[]];
  let breaks: Node[] = [];
  for (const node of run) {
    const last = parts.at(-1) as Node[];
    if (nameOf(node) === 'br') breaks.push(node);
    else if (breaks.length && isText(node) && isSpace(node.data)) continue;
    else {
      if (breaks.length > 1) parts.push([node]);
      else last.push(...breaks, node);
      breaks = [];
    }
  }
  return parts
    .map((part) => {
      const from = part.findIndex((node) => nameOf(node) !== 'br' && !(isText(node) && isSpace(node.data)));
      return from < 0 ? [] : part.slice(from);
    })
    .filter((part) => part.some(shows));
}

const isAtom = (element: Element) => element.hasAttribute('data-type') && !element.firstChild;

function blockLike(element: Element): boolean {
  const display = styleOf(element).get('display') ?? '';
  if (shownAsBlock.test(display)) return true;
  const free = /^(?:div|p|section|article|figure|form)$/.test(element.localName);
  return blocks.has(element.localName) && !(free && /^(?:inline|contents)/.test(display));
}

/** The inline elements in which blocks stand. */
function holdersOfBlocks(root: HTMLElement): Set<Element> {
  const holding = new Set<Element>();
  for (const element of root.querySelectorAll('*')) {
    if (!blockLike(element)) continue;
    for (let up = element.parentElement; up && up !== root && !holding.has(up); up = up.parentElement)
      holding.add(up);
  }
  return holding;
}

/** A heading or summary holds running text only: blocks in it become words of its line. */
function oneLine(block: HTMLElement, isBlock: (node: Node) => node is HTMLElement): void {
  for (const inner of Array.from(block.querySelectorAll('*'))) {
    if (inner.localName === 'br' && block.localName === 'summary') inner.replaceWith(' ');
    else if (isBlock(inner) && inner.localName !== 'a') {
      inner.before(' ');
      inner.after(' ');
      while (inner.firstChild) inner.before(inner.firstChild);
      inner.remove();
    }
  }
  while (block.lastChild && nameOf(block.lastChild) === 'br') block.lastChild.remove();
  while (block.firstChild && nameOf(block.firstChild) === 'br') block.firstChild.remove();
  const made = (block.ownerDocument as Document).createDocumentFragment();
  moveChildren(block, made);
  block.append(made);
}
