import type { Block, InlineMark } from './block.ts';
import { blockquote } from './blocks/blockquote.tsx';
import { button } from './blocks/button.tsx';
import { callout } from './blocks/callout.tsx';
import { codeBlock } from './blocks/code-block.tsx';
import { columnBlocks } from './blocks/columns.tsx';
import { toggles } from './blocks/details.tsx';
import { doc, text } from './blocks/doc.tsx';
import { embed } from './blocks/embed.tsx';
import { gallery } from './blocks/gallery.tsx';
import { hardBreak } from './blocks/hard-break.tsx';
import { heading } from './blocks/heading.tsx';
import { horizontalRule } from './blocks/horizontal-rule.tsx';
import { image } from './blocks/image.tsx';
import { linkCard } from './blocks/link-card.tsx';
import { bulletList, listItem, orderedList } from './blocks/lists.tsx';
import { paragraph } from './blocks/paragraph.tsx';
import { sticker } from './blocks/sticker.tsx';
import { tables } from './blocks/table.tsx';
import { taskItem, taskList } from './blocks/tasks.tsx';
import { bold } from './marks/bold.tsx';
import { code } from './marks/code.tsx';
import { highlight } from './marks/highlight.tsx';
import { italic } from './marks/italic.tsx';
import { link } from './marks/link.tsx';
import { strike } from './marks/strike.tsx';

/** Every block by its node's name. `paragraph` comes first: it is what ProseMirror makes where anything may stand. */
export const blocks = {
  doc,
  paragraph,
  text,
  hardBreak,
  heading,
  bulletList,
  orderedList,
  listItem,
  taskList,
  taskItem,
  callout,
  blockquote,
  image,
  sticker,
  gallery,
  linkCard,
  embed,
  codeBlock,
  ...tables,
  ...toggles,
  ...columnBlocks,
  horizontalRule,
  button,
} satisfies Record<string, Block>;

/** Every mark; the first is the outermost. Code is innermost, since nothing is read inside it. */
export const marks = { link, bold, italic, strike, highlight, code } satisfies Record<string, InlineMark>;

export type BlockName = keyof typeof blocks;
export type MarkName = keyof typeof marks;

export const isBlockName = (name: unknown): name is BlockName =>
  typeof name === 'string' && Object.hasOwn(blocks, name);
export const isMarkName = (name: unknown): name is MarkName =>
  typeof name === 'string' && Object.hasOwn(marks, name);

/** The block of a stored node. What is stored was parsed, so an unknown name is a fault of ours. */
export function blockOf(type: string): Block {
  if (!isBlockName(type)) throw new Error(`no block is named ${type}`);
  return blocks[type];
}

export function markOf(type: string): InlineMark {
  if (!isMarkName(type)) throw new Error(`no mark is named ${type}`);
  return marks[type];
}
