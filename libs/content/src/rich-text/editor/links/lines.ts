import { Fragment, Slice, type MarkType, type Node } from '@tiptap/pm/model';
import { addressesIn } from './address.ts';

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
  const free = addressesIn(textOf(line));
  if (!free.length) return line;
  const taken: { from: number; to: number }[] = [];
  line.forEach((node, from) => isTaken(node, link) && taken.push({ from, to: from + node.nodeSize }));
  const found = free.filter(({ from, to }) => !taken.some((other) => other.from < to && from < other.to));
  const nodes: Node[] = [];
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
    for (const { from, to, href } of found) {
      if (to <= start || from >= end) continue;
      upTo(from);
      upTo(Math.min(to, end), href);
    }
    upTo(end);
  });
  return Fragment.fromArray(nodes);
}

/** The text of a line, a space for each node in it that is none: as long as the line. */
export function textOf(line: Fragment): string {
  let text = '';
  line.forEach((node) => (text += node.text ?? ' '.repeat(node.nodeSize)));
  return text;
}
