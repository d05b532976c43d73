// Rich text that a browser, a renderer or a database should never meet. Each must be refused where it stands.

type Node = Record<string, unknown>;

const rich = (...content: unknown[]) => ({ version: 1, doc: { type: 'doc', content } });
const text = (words: unknown, ...marks: unknown[]): Node => ({
  type: 'text',
  text: words,
  ...(marks.length ? { marks } : {}),
});
const paragraph = (...content: unknown[]): Node => ({ type: 'paragraph', content });
const node = (type: string, attrs: Node, ...content: unknown[]): Node => ({
  type,
  attrs,
  ...(content.length ? { content } : {}),
});
const linked = (href: unknown) => rich(paragraph(text('여기', { type: 'link', attrs: { href } })));
const times = <One>(count: number, one: One): One[] => Array.from({ length: count }, () => one);

/** As deep as `levels` blocks, the document itself counted. */
export const nested = (levels: number) => {
  let inner: Node = { type: 'paragraph' };
  for (let level = 2; level < levels; level += 1) inner = { type: 'blockquote', content: [inner] };
  return rich(inner);
};

/** As many nodes, the document itself counted. */
export const counted = (nodes: number) => rich(...times(nodes - 1, { type: 'paragraph' }));

/** As many KB of one letter. */
export const heavy = (kilobytes: number) =>
  rich(paragraph(text('가'.repeat(Math.ceil((kilobytes * 1024) / 3)))));

/** Ways to write an address that some browser once ran. */
export const runnable = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  '\tjavascript:alert(1)',
  '\u00a0javascript:alert(1)',
  '\ufeffjavascript:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  'java\rscript:alert(1)',
  'javascript\t:alert(1)',
  'javascript&colon;alert(1)',
  'javascript&#58;alert(1)',
  '&#106;avascript:alert(1)',
  '&#x6a;avascript:alert(1)',
  'javascript%3Aalert(1)',
  '%6aavascript:alert(1)',
  '\u0001javascript:alert(1)',
  'javascript://example.com/%0aalert(1)',
  'jаvascript:alert(1)', // a Cyrillic а
  'data:text/html,<script>alert(1)</script>',
  'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==',
  'data:image/svg+xml,<svg onload=alert(1)>',
  'vbscript:msgbox(1)',
  'livescript:alert(1)',
  'mocha:alert(1)',
  'file:///etc/passwd',
  'blob:https://example.com/1',
  'filesystem:https://example.com/1',
  'view-source:https://example.com',
  'feed:javascript:alert(1)',
  'jar:https://example.com!/a.html',
  'intent://scan/#Intent;end',
  'tel:+82',
  'ftp://example.com',
  '//example.com',
  '\\\\example.com',
  '/admin',
  'https:\\\\example.com@evil.example',
  'https://user:password@example.com',
  'https://',
  'http://[::1',
  '',
  null,
  42,
  ['https://example.com'],
  { toString: 'https://example.com' },
];

const figure = (attrs: Node) =>
  node('image', { imageId: '00000000-0000-4000-8000-000000000000', alt: '그림', ...attrs });

export const documents: [name: string, value: unknown][] = [
  ...runnable.map((address): [string, unknown] => [`a link to ${JSON.stringify(address)}`, linked(address)]),
  ...runnable
    .filter((address) => typeof address === 'string' && address !== '')
    .filter((_, index) => index % 4 === 0)
    .flatMap((address): [string, unknown][] => [
      [`a button to ${JSON.stringify(address)}`, rich(node('button', { label: '누르기', url: address }))],
      [`a card to ${JSON.stringify(address)}`, rich(node('linkCard', { url: address, title: '글' }))],
      [`a credit at ${JSON.stringify(address)}`, rich(figure({ creditUrl: address }))],
    ]),
  ['a heading of level 99', rich(node('heading', { level: 99 }, text('제목')))],
  ['a heading of level 1', rich(node('heading', { level: 1 }, text('제목')))],
  ['a heading of level 2.5', rich(node('heading', { level: 2.5 }, text('제목')))],
  ['a heading of level [2]', rich(node('heading', { level: [2] }, text('제목')))],
  ['a script', rich({ type: 'script', content: [text('alert(1)')] })],
  ['an iframe', rich(node('iframe', { src: 'https://example.com' }))],
  ['raw HTML', rich({ type: 'html', text: '<img src=x onerror=alert(1)>' })],
  ['HTML beside the content', rich({ ...paragraph(text('글')), html: '<img src=x onerror=alert(1)>' })],
  ['a handler on text', rich(paragraph({ ...text('글'), onclick: 'alert(1)' }))],
  ['a handler on a mark', rich(paragraph(text('글', { type: 'bold', onclick: 'alert(1)' })))],
  ['a node named __proto__', rich(JSON.parse('{"type": "__proto__"}'))],
  ['a node named toString', rich({ type: 'toString' })],
  ['a node named by a list', rich({ type: ['paragraph'] })],
  ['a node within attrs', rich(node('callout', { emoji: { type: 'text' } }, paragraph()))],
  ['a handler as an attribute', rich(node('paragraph', { onclick: 'alert(1)' }))],
  ['a style as an attribute', rich(node('paragraph', { style: 'position:fixed;inset:0' }))],
  ['a class as an attribute', rich(node('paragraph', { class: 'g-button' }))],
  ['an id as an attribute', rich(node('heading', { level: 2, id: 'root' }, text('제목')))],
  ['a source of a picture', rich(figure({ src: 'https://evil.example/pixel.gif' }))],
  ['a picture that does not exist', rich(figure({}))],
  ['a picture that is a path', rich(figure({ imageId: '../../etc/passwd' }))],
  ['an unknown mark', rich(paragraph(text('글', { type: 'textStyle', attrs: { color: 'red' } })))],
  ['a mark without a name', rich(paragraph(text('글', {})))],
  ['a mark that is null', rich(paragraph(text('글', null)))],
  ['marks that are text', rich(paragraph({ type: 'text', text: '글', marks: 'bold' }))],
  ['the same mark twice', rich(paragraph(text('글', { type: 'bold' }, { type: 'bold' })))],
  [
    'two links at once',
    rich(paragraph(text('글', ...times(2, { type: 'link', attrs: { href: 'https://example.com' } })))),
  ],
  [
    'a mark on a block',
    rich({ type: 'paragraph', marks: [{ type: 'link', attrs: { href: 'https://example.com' } }] }),
  ],
  [
    'a mark in code',
    rich(
      node(
        'codeBlock',
        { language: 'ts' },
        text('a', { type: 'link', attrs: { href: 'https://example.com' } }),
      ),
    ),
  ],
  [
    'a link with a target',
    rich(paragraph(text('글', { type: 'link', attrs: { href: 'https://example.com', target: '_top' } }))),
  ],
  ['an embed of somebody else', rich(node('embed', { provider: 'evil', id: 'abcdefghijk' }))],
  ['an embed with a query', rich(node('embed', { provider: 'youtube', id: 'a"onload=x' }))],
  ['a language that closes a tag', rich(node('codeBlock', { language: '"><script>' }, text('a')))],
  ['a tone nobody knows', rich(node('callout', { tone: 'expression(alert(1))' }, paragraph()))],
  [
    'a cell as wide as the sea',
    rich({
      type: 'table',
      content: [{ type: 'tableRow', content: [node('tableCell', { colspan: 1e9 }, paragraph())] }],
    }),
  ],
  [
    'a list that starts at -1',
    rich(node('orderedList', { start: -1 }, { type: 'listItem', content: [paragraph()] })),
  ],
  ['an empty text', rich(paragraph(text('')))],
  ['a text that is a number', rich(paragraph(text(42)))],
  ['a text that holds nodes', rich(paragraph({ type: 'text', text: '글', content: [text('글')] }))],
  ['a text outside of everything', rich(text('글'))],
  ['a table without rows', rich({ type: 'table' })],
  ['a list in a cell row', rich({ type: 'table', content: [{ type: 'tableRow', content: [paragraph()] }] })],
  ['columns within columns', rich(columns(columns(paragraph())))],
  ['a document within the document', rich({ type: 'doc', content: [paragraph()] })],
  ['content that is an object', rich({ type: 'paragraph', content: { 0: text('글'), length: 1 } })],
  ['content that is a string', rich({ type: 'paragraph', content: '글' })],
  ['null among the nodes', rich(null)],
  ['nothing at all', null],
  ['an empty document', rich()],
  ['HTML instead', '<p onclick=alert(1)>글</p>'],
  ['another version', { version: 2, doc: rich(paragraph()).doc }],
  ['a version that is text', { version: '1', doc: rich(paragraph()).doc }],
  ['a key beside the document', { ...rich(paragraph()), scripts: ['x'] }],
  ['NUL within', rich(paragraph(text('a\u0000b')))],
  ['half a character', rich(paragraph(text('a\ud83d')))],
  ['control codes', rich(paragraph(text('a\u0007\u001b[31m')))],
  ['25 levels', nested(25)],
  ['60 levels', nested(60)],
  ['1,000 levels', nested(1_000)],
  ['5,001 nodes', counted(5_001)],
  ['20,000 nodes', counted(20_000)],
  ['513 KB', heavy(513)],
  ['900 KB', heavy(900)],
  [
    'the same 500 nodes forty times over',
    rich(...times(40, node('callout', { emoji: '💡', tone: 'neutral' }, ...times(500, paragraph())))),
  ],
  ['marks without end', rich(paragraph(text('글', ...times(5_000, { type: 'bold' }))))],
  [
    'attributes without end',
    rich(node('callout', Object.fromEntries(times(5_000, 0).map((_, n) => [`a${n}`, n])), paragraph())),
  ],
];

function columns(inner: Node): Node {
  return { type: 'columns', content: times(2, { type: 'column', content: [inner] }) };
}
