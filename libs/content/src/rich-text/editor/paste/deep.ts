import { isElement, type Pass } from './elements.ts';

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
    else words.push(node.nodeValue ?? '');
  }
  return words.join(' ');
}
