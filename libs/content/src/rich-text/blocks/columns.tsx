import { defineBlock, inside } from '../block.ts';
import { box, unboxed } from '../dom.ts';

/** Two or three columns side by side; below each other on phones, in feeds, Markdown and text. */
const columns = defineBlock({
  spec: {
    content: 'column{2,3}',
    isolating: true,
    parseDOM: [unboxed('columns', {})],
    toDOM: (node) => box('columns', {}, `g-columns g-columns-${node.childCount}`),
  },
  View: ({ node, context, children }) =>
    context.form === 'feed' ? (
      children
    ) : (
      <div className={`g-columns g-columns-${inside(node).length}`}>{children}</div>
    ),
  toMarkdown: (node, _, { blocks }) => blocks(inside(node)),
  toText: (node, _, { blocks }) => blocks(inside(node)),
});

const column = defineBlock({
  spec: {
    content: 'block+',
    isolating: true,
    parseDOM: [unboxed('column', {})],
    toDOM: () => box('column', {}, 'g-column'),
  },
  View: ({ context, children }) => (context.form === 'feed' ? children : <div>{children}</div>),
  toMarkdown: (node, _, { blocks }) => blocks(inside(node)),
  toText: (node, _, { blocks }) => blocks(inside(node)),
});

export const columnBlocks = { columns, column };
