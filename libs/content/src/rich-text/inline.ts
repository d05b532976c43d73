import type { RichNode } from '../document.ts';
import { isMarkName, marks, type MarkName } from './registry.ts';

export type MarkUse = NonNullable<RichNode['marks']>[number];

/** Running text as a tree: a mark around what it covers, or a single node. */
export type Inline = { mark: MarkUse; inner: Inline[] } | { node: RichNode };

const order = Object.keys(marks);
const rank = (mark: MarkUse) => order.indexOf(mark.type);
const same = (a: MarkUse, b: MarkUse) => a.type === b.type && a.attrs?.href === b.attrs?.href;

/** Neighbours that share a mark share one element: a link in two styles stays one link. */
export function inlineTree(nodes: readonly RichNode[], depth = 0): Inline[] {
  const tree: Inline[] = [];
  for (let at = 0; at < nodes.length;) {
    const node = nodes[at] as RichNode;
    const mark = marksOf(node)[depth];
    if (!mark) {
      tree.push({ node });
      at++;
      continue;
    }
    let end = at + 1;
    for (let next = nodes[end]; next; next = nodes[end]) {
      const other = marksOf(next)[depth];
      if (!other || !same(mark, other)) break;
      end++;
    }
    tree.push({ mark, inner: inlineTree(nodes.slice(at, end), depth + 1) });
    at = end;
  }
  return tree;
}

const marksOf = (node: RichNode): MarkUse[] =>
  (node.marks ?? []).filter(({ type }) => isMarkName(type)).sort((a, b) => rank(a) - rank(b));

export const isCode = (inline: Inline): boolean =>
  'mark' in inline && (inline.mark.type as MarkName) === 'code';
