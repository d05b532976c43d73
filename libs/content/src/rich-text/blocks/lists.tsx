import type { RichNode } from '../../document.ts';
import { indent } from '../../outputs/markdown.ts';
import { whole } from '../attributes.ts';
import { defineBlock, inside, type Block, type Writer } from '../block.ts';

const listTypes = new Set(['bulletList', 'orderedList', 'taskList']);

/** Items that are one line, with or without a list below it, stand close together. */
const isTight = (list: RichNode): boolean =>
  inside(list).every((item) =>
    inside(item)
      .slice(1)
      .every((block) => listTypes.has(block.type) && startsAfterText(block) && isTight(block)),
  );

/** Right below a line of text, Markdown takes a list for more text unless it starts at 1 and with some words. */
const startsAfterText = (list: RichNode): boolean => {
  const first = inside(list)[0];
  return (list.attrs?.start ?? 1) === 1 && first !== undefined && hasWords(first);
};

const hasWords = (node: RichNode): boolean => (node.text?.trim() ? true : inside(node).some(hasWords));

interface ItemMarks {
  mark: (item: RichNode, index: number) => string;
  /** How far an item's further lines are moved in; as wide as its mark where it is left out. */
  moveIn?: number;
  /** Stands for the first line of an item that has none, where the mark alone would not be read as one. */
  blank?: string;
}

/** A list in Markdown or text: each item's blocks behind its mark and moved in under it. */
export function listOf(list: RichNode, writer: Writer, { mark, moveIn, blank }: ItemMarks): string {
  const tight = isTight(list);
  return inside(list)
    .map((item, index) => {
      const before = mark(item, index);
      const blocks = inside(item);
      const words = [writer.blocks(blocks)];
      if (blank && !writer.blocks(blocks.slice(0, 1))) words.unshift(blank);
      const body = words.filter(Boolean).join('\n\n');
      return before + indent(tight ? body.replace(/\n\n/g, '\n') : body, ' '.repeat(moveIn ?? before.length));
    })
    .join(tight ? '\n' : '\n\n');
}

/** Three marks of empty items in a row would be read as a rule. */
const notRules = (list: string): string => list.replace(/^- (?:- )+(?:-|- )$/gm, '$&&nbsp;');

export const bulletList = defineBlock({
  spec: {
    group: 'block prose list',
    content: 'listItem+',
    parseDOM: [{ tag: 'ul' }],
    toDOM: () => ['ul', 0],
  },
  View: ({ children }) => <ul>{children}</ul>,
  toMarkdown: (node, _, writer) => notRules(listOf(node, writer, { mark: () => '- ' })),
  toText: (node, _, writer) => listOf(node, writer, { mark: () => '• ' }),
});

const startOf = (element: HTMLElement) => {
  const start = Number(element.getAttribute('start') ?? 1);
  return { start: Number.isInteger(start) && start >= 0 && start <= 9999 ? start : 1 };
};

export const orderedList = defineBlock({
  attributes: { start: whole(0, 9999, 1) },
  spec: {
    group: 'block prose list',
    content: 'listItem+',
    parseDOM: [{ tag: 'ol', getAttrs: startOf }],
    toDOM: ({ attrs }) => ['ol', attrs.start === 1 ? {} : { start: String(attrs.start) }, 0],
  },
  View: ({ attrs, children }) => <ol start={attrs.start === 1 ? undefined : attrs.start}>{children}</ol>,
  toMarkdown: (node, { start }, writer) => listOf(node, writer, { mark: (_, index) => `${start + index}. ` }),
  toText: (node, { start }, writer) => listOf(node, writer, { mark: (_, index) => `${start + index}. ` }),
});

export const listItem: Block = defineBlock({
  spec: { content: 'paragraph prose*', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
  View: ({ children }) => <li>{children}</li>,
  toMarkdown: (node, _, { blocks }) => blocks(inside(node)),
  toText: (node, _, { blocks }) => blocks(inside(node)),
});
