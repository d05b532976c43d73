import { defineBlock } from '../block.ts';

export const horizontalRule = defineBlock({
  spec: { group: 'block', parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },
  View: () => <hr />,
  // Of signs that begin no list: in an item it would be read as one line with the item's own.
  toMarkdown: () => '___',
  toText: () => '⁂',
});
