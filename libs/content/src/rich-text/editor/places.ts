import type { Node, NodeType, ResolvedPos } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';

const isList = ({ type }: Node) => ['bulletList', 'orderedList', 'taskList'].includes(type.name);
const isItem = ({ type }: Node) => ['listItem', 'taskItem'].includes(type.name);

/** An item in which nothing is written. */
export const isBlankItem = (node: Node): boolean =>
  isItem(node) && node.childCount === 1 && node.content.size === 2;

/**
 * How deep the block or item is below which a block of `type` goes, 0 = none: the nearest, but never within an item.
 * A list that is in another one stays whole.
 */
export function placeBelow($at: ResolvedPos, type: NodeType): number {
  const fits = (depth: number) => {
    const index = $at.indexAfter(depth);
    return $at.node(depth).canReplaceWith(index, index, type);
  };
  for (let depth = $at.depth; depth > 0; depth--) {
    const parent = $at.node(depth - 1);
    if (isList(parent)) {
      if (!isItem($at.node(depth - 2)) && fits(depth - 2)) return depth;
    } else if (!isItem(parent) && fits(depth - 1)) return depth;
  }
  return 0;
}

/** The place itself, or where it is between two items: the one between the lists that they become. */
export function openList(tr: Transaction, pos: number): number {
  const $pos = tr.doc.resolve(pos);
  const { parent: list } = $pos;
  if (!isList(list)) return pos;
  const before = $pos.index();
  if (before === 0) return pos - 1;
  if (before < list.childCount) tr.split(pos, 1, [{ type: list.type, attrs: continued(list, before) }]);
  return pos + 1;
}

/** A numbered list goes on counting. */
const continued = ({ attrs }: Node, count: number) =>
  typeof attrs.start === 'number' ? { ...attrs, start: Math.min(attrs.start + count, 9999) } : attrs;

/** The place at or after this one where a block of `type` may stand, or where a list may be parted for it. */
export function boundaryNear($at: ResolvedPos, type: NodeType): number {
  const { parent, pos } = $at;
  const between = isList(parent)
    ? !isItem($at.node($at.depth - 1))
    : !parent.isTextblock && !isItem(parent) && parent.canReplaceWith($at.index(), $at.index(), type);
  if (between) return pos;
  const depth = placeBelow($at, type);
  return depth ? $at.after(depth) : $at.doc.content.size;
}

/** Where a block is by now, that was moved or had others put before it; null = nowhere. */
export function placeOf(node: Node, doc: Node): number | null {
  let found: number | null = null;
  doc.descendants((one, pos) => {
    if (one === node) found = pos;
    return found === null;
  });
  return found;
}
