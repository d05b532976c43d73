import type { RichNode, RichText } from '../../document.ts';
import type { TextContext } from '../../outputs/context.ts';
import { blocks as joined } from '../../outputs/markdown.ts';
import { textIn, type Writer } from '../block.ts';
import { inlineTree, isCode, type Inline } from '../inline.ts';
import { blockOf, markOf } from '../registry.ts';
import { textWriter } from '../text.ts';
import { escapeLineStarts, escapeText } from './escape.ts';

const lists = new Set(['bulletList', 'orderedList', 'taskList']);

/** Two lists in a row would be read as one: an empty comment keeps them apart. */
const apart = (before: RichNode | undefined, node: RichNode) =>
  before && lists.has(before.type) && lists.has(node.type) ? '<!-- -->' : '';

function writerFor(context: TextContext): Writer {
  const writer: Writer = {
    context,
    blocks: (nodes) =>
      joined(
        nodes.flatMap((node, at) => [
          apart(nodes[at - 1], node),
          blockOf(node.type).toMarkdown(node, node.attrs ?? {}, writer),
        ]),
      ),
    inline(nodes, br = '\\\n') {
      const end = nodes.findLastIndex(({ type }) => type !== 'hardBreak') + 1;
      return escapeLineStarts(write(inlineTree(nodes.slice(0, end)), br, { before: '', after: '' }));
    },
    flat: (node) =>
      escapeText(textWriter(context).blocks([node]))
        .trim()
        .replace(/\s*\n+\s*/g, '<br>'),
    plain: (node) => textWriter(context).plain(node),
  };
  return writer;
}

function write(tree: Inline[], br: string, around: { before: string; after: string }): string {
  let done = '';
  tree.forEach((inline, at) => {
    const before = Array.from(done.slice(-2)).at(-1) ?? around.before;
    const after = at + 1 < tree.length ? startOf(tree[at + 1] as Inline) : around.after;
    if ('mark' in inline) {
      const { type, attrs = {} } = inline.mark;
      const inner = isCode(inline)
        ? wordsOf(inline.inner)
        : write(inline.inner, br, { before: '>', after: '<' });
      done += inner && markOf(type).toMarkdown(inner, attrs, { before, after });
    } else if (inline.node.type === 'hardBreak') done += br;
    else {
      // "!" before a link would make it a picture.
      const bang = after === '<' && /!$/.test(inline.node.text ?? '');
      done += escapeText(inline.node.text ?? '').replace(/!$/, bang ? '\\!' : '!');
    }
  });
  return done;
}

/** The first character of what follows; what carries a mark starts with some sign. */
const startOf = (inline: Inline): string =>
  'mark' in inline
    ? '<'
    : inline.node.type === 'hardBreak'
      ? '\n'
      : (Array.from(textIn(inline.node))[0] ?? '');

const wordsOf = (tree: Inline[]): string =>
  tree
    .map((one) =>
      'mark' in one ? wordsOf(one.inner) : one.node.type === 'hardBreak' ? ' ' : textIn(one.node),
    )
    .join('');

/** Rich text as GitHub Flavored Markdown. */
export function richTextToMarkdown(value: RichText, context: TextContext): string {
  return writerFor(context).blocks([value.doc]);
}
