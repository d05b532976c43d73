/** @jest-environment jsdom */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { RichNode } from '../../document.ts';
import type { TextContext } from '../../outputs/context.ts';
import { richTexts } from '../../testing/generated.ts';
import { bodyOf, markdownReaders, type MarkdownReader } from '../../testing/readers.ts';
import { parseRichText } from '../parse.ts';
import { richTextToMarkdown } from './writer.ts';

const context: TextContext = { locale: 'ko', siteUrl: 'https://gonggo.example', images: {} };

/** Block → the element it is read as. Marks are told apart in markdown.spec.ts. */
const elements: Record<string, string> = {
  bulletList: 'ul',
  orderedList: 'ol',
  taskList: 'ul',
  listItem: 'li',
  taskItem: 'li',
  blockquote: 'blockquote',
  callout: 'blockquote',
  details: 'details',
  detailsSummary: 'summary',
  table: 'table',
  tableHeader: 'th',
  tableCell: 'td',
  codeBlock: 'pre',
  horizontalRule: 'hr',
};
const inline = ['p', 'br', 'strong', 'em', 'del', 's', 'mark', 'code', 'a', 'thead', 'tbody', 'tr', 'input'];

const flat = (node: RichNode): RichNode[] => [node, ...(node.content ?? []).flatMap(flat)];
const counted = (names: string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
};

/** What somebody typed, without space; a reader that knows no check boxes shows their signs. */
function typed(node: RichNode, { knows }: MarkdownReader): string {
  const { attrs = {} } = node;
  const inner = (node.content ?? []).map((one) => typed(one, { knows } as MarkdownReader)).join('');
  if (node.type === 'button') return String(attrs.label);
  if (node.type === 'callout') return String(attrs.emoji) + inner;
  if (node.type === 'taskItem' && !knows.tasks) return `[${attrs.checked === true ? 'x' : ''}]${inner}`;
  return node.text ?? inner;
}

const spaceless = (words: string) => words.replace(/\s+/g, '');

function shown(body: HTMLElement) {
  const all = Array.from(body.querySelectorAll('*'));
  return {
    words: spaceless(body.textContent ?? ''),
    blocks: counted(all.map(({ localName }) => localName).filter((name) => !inline.includes(name))),
    attributes: all
      .flatMap(({ attributes }) => Array.from(attributes, ({ name, value }) => `${name}=${value}`))
      .filter(
        (one) =>
          !/^(?:href=(?:https?:|ftp:|mailto:)|start=\d+$|class=(?:language-ts|contains-task-list|task-list-item)$|type=checkbox$|checked=$|disabled=$|align=)/i.test(
            one,
          ),
      ),
  };
}

test.each(markdownReaders)('$name shows what was typed as text, in its blocks', (reader) => {
  fc.assert(
    fc.property(richTexts({ tables: reader.knows.tables }), (given) => {
      const parsed = parseRichText(given);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
      const source = richTextToMarkdown(parsed.value, context);
      const blocks = flat(parsed.value.doc).map(({ type, attrs }) =>
        type === 'heading' ? `h${String(attrs?.level)}` : elements[type],
      );
      expect({ source, ...shown(bodyOf(reader.read(source))) }).toEqual({
        source,
        words: spaceless(typed(parsed.value.doc, reader)),
        blocks: counted(blocks.filter((name) => name !== undefined)),
        attributes: [],
      });
    }),
    // The same texts every time: what another seed finds gets a test of its own.
    { numRuns: 100, seed: 1 },
  );
});
