import { defineMark } from '../block.ts';
import { emphasised } from './emphasis.ts';

export const strike = defineMark({
  spec: {
    parseDOM: [{ tag: 's' }, { tag: 'del' }, { tag: 'strike' }, { style: 'text-decoration=line-through' }],
    toDOM: () => ['s', 0],
  },
  View: ({ children }) => <s>{children}</s>,
  toMarkdown: (inner, _, around) => emphasised(inner, '~~', 'del', around),
});
