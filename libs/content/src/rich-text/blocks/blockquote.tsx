import { quoted } from '../../outputs/markdown.ts';
import { defineBlock, inside } from '../block.ts';

export const blockquote = defineBlock({
  spec: {
    group: 'block prose',
    content: 'prose+',
    defining: true,
    parseDOM: [{ tag: 'blockquote' }],
    toDOM: () => ['blockquote', 0],
  },
  View: ({ children }) => <blockquote>{children}</blockquote>,
  toMarkdown: (node, _, { blocks }) => quoted(blocks(inside(node))),
  toText: (node, _, { blocks }) => quoted(blocks(inside(node))),
});
