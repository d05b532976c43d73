import { defineBlock, inside } from '../block.ts';

export const paragraph = defineBlock({
  spec: { group: 'block prose', content: 'inline*', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
  View: ({ children }) => <p>{children}</p>,
  toMarkdown: (node, _, { inline }) => inline(inside(node)),
  toText: (node, _, { inline }) => inline(inside(node)),
});
