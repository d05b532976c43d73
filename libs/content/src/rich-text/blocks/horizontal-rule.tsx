import { defineBlock } from '../block.ts';

export const horizontalRule = defineBlock({
  spec: { group: 'block', parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },
  View: () => <hr />,
  toMarkdown: () => '---',
  toText: () => '⁂',
});
