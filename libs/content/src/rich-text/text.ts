import type { RichText } from '../document.ts';
import type { TextContext } from '../outputs/context.ts';
import { joinLines } from '../outputs/lines.ts';
import { paragraphs } from '../outputs/markdown.ts';
import type { Writer } from './block.ts';
import { inlineTree, type Inline } from './inline.ts';
import { blockOf, markOf } from './registry.ts';

export function textWriter(context: TextContext): Writer {
  const writer: Writer = {
    context,
    blocks: (nodes) =>
      paragraphs(nodes.map((node) => blockOf(node.type).toText(node, node.attrs ?? {}, writer))),
    inline: (nodes) => write(inlineTree(nodes)).trim(),
    flat: (node) => joinLines(writer.blocks([node]), ' / '),
    plain: (node) => writer.blocks([node]).trim().replace(/\s+/g, ' '),
  };
  return writer;
}

const write = (tree: Inline[]): string =>
  tree
    .map((inline) => {
      if ('mark' in inline)
        return markOf(inline.mark.type).toText(write(inline.inner), inline.mark.attrs ?? {});
      return inline.node.type === 'hardBreak' ? '\n' : (inline.node.text ?? '');
    })
    .join('');

/** Rich text as plain text: no mark-up, no word missing. */
export function richTextToText(value: RichText, context: TextContext): string {
  return textWriter(context).blocks([value.doc]);
}
