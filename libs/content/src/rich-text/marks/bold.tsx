import { defineMark } from '../block.ts';
import { emphasised } from './emphasis.ts';

export const bold = defineMark({
  spec: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
  View: ({ children }) => <strong>{children}</strong>,
  toMarkdown: (inner, _, around) => emphasised(inner, '**', 'strong', around),
});
