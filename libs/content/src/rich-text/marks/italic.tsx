import { defineMark } from '../block.ts';
import { emphasised } from './emphasis.ts';

export const italic = defineMark({
  spec: { parseDOM: [{ tag: 'em' }, { tag: 'i' }, { style: 'font-style=italic' }], toDOM: () => ['em', 0] },
  View: ({ children }) => <em>{children}</em>,
  toMarkdown: (inner, _, around) => emphasised(inner, '*', 'em', around),
});
