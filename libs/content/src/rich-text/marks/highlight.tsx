import { defineMark } from '../block.ts';

export const highlight = defineMark({
  spec: { parseDOM: [{ tag: 'mark' }], toDOM: () => ['mark', 0] },
  View: ({ children }) => <mark>{children}</mark>,
  toMarkdown: (inner) => `<mark>${inner}</mark>`,
});
