import { isElement, isText, nameOf, type Pass } from './elements.ts';
import { unseen } from './hidden.ts';

/** Deeper than anybody writes, shallow enough for every recursion. */
const deepest = 100;

/** Below a depth that no text has, only the words are kept. Walks with a stack of its own. */
export const dropDepth: Pass = (root) => {
  const pending: [Element, number][] = [[root, 0]];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [element, depth] = next;
    if (depth >= deepest) element.replaceChildren(wordsIn(element));
    else for (const child of element.children) pending.push([child, depth + 1]);
  }
};

function wordsIn(element: Element): string {
  const words: string[] = [];
  const pending: Node[] = [element];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (isElement(node))
      for (let child = node.lastChild; child; child = child.previousSibling) pending.push(child);
    else if (isText(node)) words.push(node.data);
  }
  return words.join(' ');
}

const block =
  /^(?:address|article|aside|blockquote|br|d[dlt]|div|figcaption|h[1-6r]|li|[ou]l|p|pre|section|t[drh]|table)$/;

/** The words of a page that could not be read, a line for each block. Walks with a stack of its own. */
export function linesIn(root: Element): string {
  let lines = '';
  const pending: (Node | string)[] = [root];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next === 'string') lines += next;
    else if (isText(next)) lines += next.data.replace(/\s+/g, ' ');
    else if (isElement(next) && (next === root || !next.matches(unseen))) {
      const isBlock = block.test(nameOf(next));
      if (isBlock) {
        lines += '\n';
        pending.push('\n');
      }
      for (let child = next.lastChild; child; child = child.previousSibling) pending.push(child);
    }
  }
  return lines;
}
