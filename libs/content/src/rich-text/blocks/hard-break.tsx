import { defineBlock } from '../block.ts';

/** A soft break: a new line in the same paragraph. */
export const hardBreak = defineBlock({
  spec: {
    group: 'inline',
    inline: true,
    selectable: false,
    linebreakReplacement: true,
    parseDOM: [{ tag: 'br' }],
    toDOM: () => ['br'],
  },
  View: () => <br />,
  toMarkdown: () => '\\\n',
  toText: () => '\n',
});
