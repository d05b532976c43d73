/** @jest-environment jsdom */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import type { RichNode } from '../../document.ts';
import type { TextContext } from '../../outputs/context.ts';
import { richTextToMarkdown } from './writer.ts';

const context: TextContext = { locale: 'ko', siteUrl: 'https://gonggo.example', images: {} };

const markdown = (...content: RichNode[]) =>
  richTextToMarkdown({ version: 1, doc: { type: 'doc', content } }, context);

/** The Markdown as an independent reader of GitHub Flavored Markdown shows it. */
function shown(source: string): HTMLElement {
  const body = document.createElement('body');
  body.innerHTML = micromark(source, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
  });
  return body;
}

const text = (words: string, ...marks: string[]): RichNode => ({
  type: 'text',
  text: words,
  marks: marks.map((type) =>
    type === 'link' ? { type, attrs: { href: 'https://example.com/a_(b)?c=d&e' } } : { type },
  ),
});
const paragraph = (...content: RichNode[]): RichNode => ({ type: 'paragraph', content });
const lineBreak: RichNode = { type: 'hardBreak' };
const of = (type: string, ...content: RichNode[]): RichNode => ({ type, content });

test.each([
  '++ 그리고 ++',
  '+ 더하기',
  '- 빼기',
  '* 별 *',
  '**굵게**',
  '_밑줄_ __init__ snake_case',
  '# 제목',
  '####### 일곱',
  '1. 하나',
  '2) 둘',
  '> 인용',
  '=====',
  '---',
  '***',
  '~3~5년, 6~8년~',
  '~~~',
  '```js',
  '`코드`',
  '<script>alert(1)</script>',
  '<b>',
  'a | b | c',
  '| --- |',
  ':-- | --:',
  ':-',
  '[대괄호](주소)',
  '[^1]: 각주',
  '![그림](주소)',
  '[ ] 할 일',
  '&amp; &lt; &#35; R&D',
  '끝에 역슬래시\\',
  'C:\\new\\*',
  'https://example.com/a_b*c_(d)',
  'www.example.com/~me',
  'https://example.com 을 보세요',
  'someone_else@example.com',
  '    네 칸',
  '\t탭',
  'foo  ',
  'C++ & C#',
  '$100 ~ $200',
  '*',
  '_',
  '#',
  '1.',
])('%j reads back as it is, alone, in a list, in a quote and in a table', (words) => {
  const read = (node: RichNode, where: string) =>
    shown(markdown(paragraph(text('앞')), node))
      .querySelector(where)
      ?.textContent?.replace(/\s+/g, ' ')
      .trim();
  const expected = words.replace(/\s+/g, ' ').trim();

  expect(read(paragraph(text(words)), 'p:nth-of-type(2)')).toBe(expected);
  expect(read(paragraph(text('위'), lineBreak, text(words)), 'p:nth-of-type(2)')).toBe(`위 ${expected}`);
  expect(read(of('bulletList', of('listItem', paragraph(text(words)))), 'li')).toBe(expected);
  expect(read(of('blockquote', paragraph(text(words))), 'blockquote > p')).toBe(expected);
  expect(read({ type: 'heading', attrs: { level: 2 }, content: [text(words)] }, 'h2')).toBe(expected);
  const cells = of(
    'tableRow',
    of('tableHeader', paragraph(text(words))),
    of('tableHeader', paragraph(text('옆'))),
  );
  expect(read(of('table', cells), 'th:nth-child(1)')).toBe(expected);
  expect(read(of('table', cells), 'th:nth-child(2)')).toBe('옆');
});

test.each(['a|b', 'a\\|b', 'a\\\\|b', '|', '\\'])(
  'code %j reads back from a cell, and so does its neighbour',
  (words) => {
    const row = (...cells: RichNode[]) =>
      of('tableRow', ...cells.map((cell) => of('tableCell', paragraph(cell))));
    const cells = shown(
      markdown(of('table', row(text(words, 'code'), text('옆')), row(text(words, 'bold'), text('옆')))),
    ).querySelectorAll('td');
    expect(Array.from(cells, ({ textContent }) => textContent)).toEqual([words, '옆', words, '옆']);
  },
);

test('the summary of a toggle is a line of HTML and keeps its words', () => {
  const summary = of(
    'detailsSummary',
    text('왜 List<String>인가요? '),
    text('a*b & <b>', 'bold'),
    text('!', 'link'),
  );
  const body = shown(markdown(of('details', summary, of('detailsContent', paragraph(text('안'))))));
  expect(body.querySelector('summary')?.textContent).toBe(
    '왜 List<String>인가요? a*b & <b>! (https://example.com/a_(b)?c=d&e)',
  );
  expect(body.querySelector('details > p')?.textContent).toBe('안');
});

test.each([
  ['starts at 9', { ...of('orderedList', of('listItem', paragraph(text('안')))), attrs: { start: 9 } }],
  [
    'starts with an empty item',
    of('bulletList', of('listItem', paragraph()), of('listItem', paragraph(text('안')))),
  ],
  ['holds two paragraphs', of('bulletList', of('listItem', paragraph(text('안')), paragraph(text('둘'))))],
])('a list in a list stays one when it %s', (_, inner) => {
  const body = shown(markdown(of('bulletList', of('listItem', paragraph(text('밖')), inner))));
  const items = body.querySelectorAll('li li');
  expect(items).toHaveLength(inner.content?.length ?? 0);
  expect(items[items.length - 1]?.textContent?.trim()).toMatch(/^안/);
  expect(items[items.length - 1]?.textContent).not.toBe('안둘');
  expect(body.querySelectorAll('li li p').length).toBe(inner.content?.[0]?.content?.length === 2 ? 2 : 0);
});

test('a mark that ends in punctuation before Hangul is written as a tag', () => {
  expect(markdown(paragraph(text('백엔드(Node.js)', 'bold'), text('를 합니다')))).toBe(
    '<strong>백엔드(Node.js)</strong>를 합니다',
  );
  expect(markdown(paragraph(text('백엔드', 'bold'), text('를 합니다')))).toBe('**백엔드**를 합니다');
});

test('"!" before a link does not make a picture of it', () => {
  const body = shown(markdown(paragraph(text('와!'), text('여기', 'link'))));
  expect(body.querySelector('img')).toBeNull();
  expect(body.textContent?.trim()).toBe('와!여기');
});

test('two lists in a row stay two', () => {
  const list = (words: string) => of('bulletList', of('listItem', paragraph(text(words))));
  expect(shown(markdown(list('하나'), list('둘'))).querySelectorAll('ul')).toHaveLength(2);
});

test('lists in lists, code in lists and quotes in quotes keep their places', () => {
  const inner = of(
    'orderedList',
    of('listItem', paragraph(text('안'))),
    of('listItem', paragraph(text('둘째'))),
  );
  inner.attrs = { start: 9 };
  const code: RichNode = {
    type: 'codeBlock',
    attrs: { language: 'ts' },
    content: [{ type: 'text', text: 'a\n\n```\nb' }],
  };
  const body = shown(
    markdown(
      of('bulletList', of('listItem', paragraph(text('밖')), inner, code)),
      of('blockquote', of('blockquote', paragraph(text('깊이'))), code),
      of('taskList', { ...of('taskItem', paragraph(text('했다'))), attrs: { checked: true } }),
    ),
  );
  expect(body.querySelector('ul > li > ol[start="9"] > li:nth-child(2)')?.textContent?.trim()).toBe('둘째');
  expect(body.querySelector('ul > li > pre > code.language-ts')?.textContent).toBe('a\n\n```\nb\n');
  expect(body.querySelector('blockquote > blockquote')?.textContent?.trim()).toBe('깊이');
  expect(body.querySelector('blockquote > pre > code')?.textContent).toBe('a\n\n```\nb\n');
  expect(body.querySelector('li input[type=checkbox][checked]')).not.toBeNull();
});

test('a table with spans keeps every cell in its column', () => {
  const cell = (words: string, attrs = {}): RichNode => ({
    ...of('tableCell', paragraph(text(words))),
    attrs,
  });
  const rows = shown(
    markdown(of('table', of('tableRow', cell('가', { rowspan: 2 }), cell('나')), of('tableRow', cell('다')))),
  ).querySelectorAll('tbody tr');
  expect(Array.from(rows, (row) => Array.from(row.children, ({ textContent }) => textContent))).toEqual([
    ['가', '나'],
    ['', '다'],
  ]);
});

test('code in a link that begins a paragraph is no definition of an address', () => {
  const body = shown(markdown(paragraph(text('a[0]: *b*', 'code', 'link'), text(' 뒤'))));
  expect(body.querySelector('a code')?.textContent).toBe('a[0]: *b*');
  expect(body.textContent?.trim()).toBe('a[0]: *b* 뒤');
});

const tags: Record<string, string> = {
  bold: 'strong',
  italic: 'em',
  strike: 'del',
  highlight: 'mark',
  code: 'code',
  link: 'a',
};
const piece = fc.record({
  words: fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        '가',
        'a',
        '(나)',
        '"말"',
        '3',
        '*',
        '_',
        '~',
        '`',
        ' ',
        '!',
        '.',
        '[x]',
        '\\',
        '<b>',
        '|',
        '+',
        '1. ',
      ),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 6 }) },
  ),
  marks: fc.subarray(Object.keys(tags)),
});

/** Each visible character with the tags around it. */
function characters(node: Node, around: string[] = []): string[] {
  if (node.nodeType === 3) {
    return Array.from(node.textContent ?? '')
      .filter((one) => one.trim())
      .map((one) => one + around.join());
  }
  const name = node.nodeName.toLowerCase();
  // GFM links a bare address by itself, which is welcome and no mark of ours.
  const bare = node instanceof HTMLAnchorElement && !node.href.startsWith('https://example.com/a_');
  const here = !bare && Object.values(tags).includes(name) ? [...around, name].sort() : around;
  return Array.from(node.childNodes).flatMap((child) => characters(child, here));
}

test('any run of words and marks reads back with every letter under its marks', () => {
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (pieces) => {
      const source = markdown(paragraph(...pieces.map(({ words, marks }) => text(words, ...marks))));
      const expected = pieces.flatMap(({ words, marks }) =>
        Array.from(words)
          .filter((one) => one.trim())
          .map(
            (one) =>
              one +
              marks
                .map((name) => tags[name])
                .sort()
                .join(),
          ),
      );
      expect({ source, read: characters(shown(source)) }).toEqual({ source, read: expected });
    }),
    // The same pieces every time: what another seed finds gets a test of its own.
    { numRuns: 2000, seed: 1 },
  );
});
