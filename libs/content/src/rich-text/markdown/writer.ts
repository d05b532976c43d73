import type { RichText } from '../../document.ts';
import type { TextContext } from '../../outputs/context.ts';
import { joinLines } from '../../outputs/lines.ts';
import { blocks as joined } from '../../outputs/markdown.ts';
import { textIn, type Writer } from '../block.ts';
import { inlineTree, isCode, type Inline } from '../inline.ts';
import { blockOf, markOf } from '../registry.ts';
import { textWriter } from '../text.ts';
import { escapeLineStart, escapeText } from './escape.ts';

function writerFor(context: TextContext): Writer {
  const writer: Writer = {
    context,
    blocks: (nodes) =>
      joined(nodes.map((node) => blockOf(node.type).toMarkdown(node, node.attrs ?? {}, writer))),
    inline: (nodes, br = '\\\n') => lines(write(inlineTree(nodes), { before: '', after: '' })).join(br),
    flat: (node) => joinLines(escapeText(textWriter(context).blocks([node]), true), '<br>'),
    plain: (node) => textWriter(context).plain(node),
  };
  return writer;
}

/** The lines of running text, up to the last with something on it: a break after that would be read as a sign. */
function lines(written: string): string[] {
  const all = written.split('\n').map((line) => escapeLineStart(line).trimEnd());
  return all.slice(0, all.findLastIndex((line) => line !== '') + 1);
}

/** Running text; what breaks a line in it is a line break here too. */
function write(tree: Inline[], around: { before: string; after: string }): string {
  const done: string[] = [];
  let before = around.before;
  tree.forEach((inline, at) => {
    const next = tree[at + 1];
    const written = writeOne(inline, { before, after: next ? startOf(next) : around.after });
    before = lastOf(written) || before;
    done.push(written);
  });
  return done.join('');
}

function writeOne(inline: Inline, around: { before: string; after: string }): string {
  if ('mark' in inline) {
    const { type, attrs = {} } = inline.mark;
    const inner = isCode(inline) ? wordsOf(inline.inner) : write(inline.inner, { before: '>', after: '<' });
    return inner && markOf(type).toMarkdown(inner, attrs, around);
  }
  if (inline.node.type === 'hardBreak') return '\n';
  const words = escapeText(inline.node.text ?? '', around.after !== '');
  // "!" before a link would make it a picture.
  return around.after === '<' ? words.replace(/!$/, '\\!') : words;
}

const firstOf = (text: string): string => text[Symbol.iterator]().next().value ?? '';
const lastOf = (text: string): string => Array.from(text.slice(-2)).at(-1) ?? '';

/** The first character of what follows; what carries a mark starts with some sign. */
const startOf = (inline: Inline): string =>
  'mark' in inline ? '<' : inline.node.type === 'hardBreak' ? '\n' : firstOf(textIn(inline.node));

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
