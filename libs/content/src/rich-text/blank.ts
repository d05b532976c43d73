import type { RichNode, RichText } from '../document.ts';

/** Rich text without a word: one empty paragraph. */
export const blankRichText = (): RichText => ({
  version: 1,
  doc: { type: 'doc', content: [{ type: 'paragraph' }] },
});

/** Blocks that show something without holding any text. */
const shown = new Set(['image', 'sticker', 'linkCard', 'embed', 'button']);

const isEmpty = (node: RichNode): boolean =>
  !shown.has(node.type) && !node.text?.trim() && (node.content ?? []).every(isEmpty);

/** True when readers would see nothing but space and rules. */
export const isEmptyRichText = (value: RichText): boolean => isEmpty(value.doc);
