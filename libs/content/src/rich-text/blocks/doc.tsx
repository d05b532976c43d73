import { defineBlock, inside } from '../block.ts';

/** The whole text, and the runs of text in it. */
export const doc = defineBlock({
  spec: { content: '(block | columns)+' },
  View: ({ children }) => children,
  toMarkdown: (node, _, { blocks }) => blocks(inside(node)),
  toText: (node, _, { blocks }) => blocks(inside(node)),
});

export const text = defineBlock({
  spec: { group: 'inline' },
  View: ({ node }) => node.text,
  toMarkdown: (node) => node.text ?? '',
  toText: (node) => node.text ?? '',
});
