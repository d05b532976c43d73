import { defineBlock, inside } from '../block.ts';
import { box, unboxed } from '../dom.ts';

const most = 24;

export const gallery = defineBlock({
  spec: {
    group: 'block',
    // Not image+: ProseMirror makes required nodes by itself, and an image needs an id.
    content: 'image*',
    isolating: true,
    parseDOM: [unboxed('gallery', {})],
    toDOM: () => box('gallery', {}, 'g-gallery'),
  },
  refuse: (_, node) => (inside(node).length > most ? ['content', `must hold at most ${most} images`] : null),
  View: ({ node, context, children }) =>
    context.form === 'feed' || !inside(node).length ? children : <div className="g-gallery">{children}</div>,
  toMarkdown: (node, _, { blocks }) => blocks(inside(node)),
  toText: (node, _, { blocks }) => blocks(inside(node)),
});
