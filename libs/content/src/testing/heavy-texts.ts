import type { RichNode, RichText } from '../document.ts';

const text = (words: string, marks: string[] = []): RichNode => ({
  type: 'text',
  text: words,
  ...(marks.length ? { marks: marks.map((type) => ({ type })) } : {}),
});
const node = (type: string, content: RichNode[], attrs?: Record<string, unknown>): RichNode => ({
  type,
  content,
  ...(attrs ? { attrs } : {}),
});
const paragraph = (...content: RichNode[]) => node('paragraph', content);
const times = <T>(count: number, one: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => one(index));
const nested = (depth: number, inner: RichNode): RichNode =>
  depth === 0 ? inner : nested(depth - 1, node('blockquote', [inner]));
const cell = (words: string) =>
  node('table', [node('tableRow', [node('tableCell', [paragraph(text(words))])])]);
const code = (words: string, language: string) => node('codeBlock', [text(words)], { language });

/** Signs that a careless pattern, or a reader of code, might go back over. */
const signs = [' ', '\t', '<', '(', '[', '\\', '`', '*', '_', '-', '#', '&', '|', '"', "'", '/*', '${', 'a<', 'a(', 'www.', 'http://', '\u00a0 ']; // prettier-ignore

/** Texts that grow with `size`, the longest of which just fits into a section at 20,000; by name. */
export const heavyTexts: [name: string, make: (size: number) => RichNode][] = [
  ...signs.map((sign): [string, (size: number) => RichNode] => [
    `a paragraph of ${JSON.stringify(sign)}`,
    (size) => paragraph(text(`가${sign.repeat(size * 4)}나`)),
  ]),
  ...signs.map((sign): [string, (size: number) => RichNode] => [
    `a cell of ${JSON.stringify(sign)}`,
    (size) => cell(`가${sign.repeat(size * 4)}나`),
  ]),
  ...['bash', 'typescript', 'html', 'sql', 'css'].flatMap((language) =>
    signs.map((sign): [string, (size: number) => RichNode] => [
      `${language} of ${JSON.stringify(sign)}`,
      (size) => code(sign.repeat(size).slice(0, size), language),
    ]),
  ),
  ['lines of code, deep inside', (size) => nested(20, code('a\n'.repeat(size * 2), ''))],
  [
    'runs under changing marks',
    (size) => paragraph(...times(size / 5, (n) => text(`말${n}`, n % 2 ? ['bold'] : ['italic']))),
  ],
  [
    'breaks in one paragraph',
    (size) => paragraph(...times(size / 5, (n) => (n % 2 ? text('말') : { type: 'hardBreak' }))),
  ],
];

/** The same for texts of many blocks. */
export const heavyBlocks: [name: string, make: (size: number) => RichNode[]][] = [
  [
    'headings with the same words',
    (size) => times(size / 10, () => node('heading', [text('하는 일')], { level: 2 })),
  ],
  [
    'lists in a row',
    (size) => times(size / 30, (n) => node('bulletList', [node('listItem', [paragraph(text(`${n}`))])])),
  ],
  [
    'one list',
    (size) => [
      node(
        'orderedList',
        times(size / 20, (n) => node('listItem', [paragraph(text(`${n}`))])),
      ),
    ],
  ],
];

export const richTextOf = (...content: RichNode[]): RichText => ({
  version: 1,
  doc: { type: 'doc', content },
});
