import { defineMark } from '../block.ts';
import { emphasised } from './emphasis.ts';

export const bold = defineMark({
  spec: {
    parseDOM: [
      { tag: 'strong' },
      // Google Docs wraps everything it copies in a <b> that is not bold.
      { tag: 'b', getAttrs: (element) => (element.style.fontWeight === 'normal' ? false : null) },
      {
        style: 'font-weight',
        getAttrs: (weight) => (/^(?:bold(?:er)?|[6-9]\d\d)$/.test(weight) ? null : false),
      },
    ],
    toDOM: () => ['strong', 0],
  },
  View: ({ children }) => <strong>{children}</strong>,
  toMarkdown: (inner, _, around) => emphasised(inner, '**', 'strong', around),
});
