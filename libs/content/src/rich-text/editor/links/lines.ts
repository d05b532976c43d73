import { Fragment, Slice, type MarkType, type Node } from '@tiptap/pm/model';
import { addressesIn, type FoundAddress } from './address.ts';

/** Whether nothing may become a link here: in a link no other one begins, and code is read as it is. */
export const isTaken = ({ marks }: Node, link: MarkType): boolean =>
  marks.some(({ type }) => type === link || type.spec.code);

/** The same content with its bare addresses as links. Links, code and code blocks stay as they are. */
export const linkedSlice = (slice: Slice, link: MarkType): Slice =>
  new Slice(linkedBlocks(slice.content, link), slice.openStart, slice.openEnd);

function linkedBlocks(content: Fragment, link: MarkType): Fragment {
  if (content.firstChild?.isInline) return linkedLine(content, link);
  const nodes: Node[] = [];
  content.forEach((node) =>
    nodes.push(node.type.spec.code ? node : node.copy(linkedBlocks(node.content, link))),
  );
  return Fragment.fromArray(nodes);
}

function linkedLine(line: Fragment, link: MarkType): Fragment {
  const found = freeAddresses(line, addressesIn(textOf(line)), link);
  if (!found.length) return line;
  const nodes: Node[] = [];
  // Both are in order: addresses that end before a node are never looked at again.
  let first = 0;
  line.forEach((node, start) => {
    const end = start + node.nodeSize;
    let at = start;
    const upTo = (to: number, href?: string) => {
      if (to > at) {
        const part = node.isText ? node.cut(at - start, to - start) : node;
        nodes.push(href && node.isText ? part.mark(link.create({ href }).addToSet(part.marks)) : part);
      }
      at = Math.max(at, to);
    };
    while (first < found.length && found[first]!.to <= start) first++;
    for (let next = first; next < found.length && found[next]!.from < end; next++) {
      const { from, to, href } = found[next]!;
      upTo(from);
      upTo(Math.min(to, end), href);
    }
    upTo(end);
  });
  return Fragment.fromArray(nodes);
}

/** Of addresses in a line, in order, those of which no part is taken. */
export function freeAddresses(
  line: Fragment,
  found: readonly FoundAddress[],
  link: MarkType,
): FoundAddress[] {
  const free: FoundAddress[] = [];
  let child = 0;
  let start = 0;
  for (const address of found) {
    while (child < line.childCount && start + line.child(child).nodeSize <= address.from)
      start += line.child(child++).nodeSize;
    let isFree = true;
    for (let at = child, from = start; at < line.childCount && from < address.to; at++) {
      isFree &&= !isTaken(line.child(at), link);
      from += line.child(at).nodeSize;
    }
    if (isFree) free.push(address);
  }
  return free;
}

/** The text of a line, a space for each node in it that is none: as long as the line. */
export function textOf(line: Fragment): string {
  let text = '';
  line.forEach((node) => (text += node.text ?? ' '.repeat(node.nodeSize)));
  return text;
}
