/** @jest-environment jsdom */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { RichNode } from '../../../document.ts';
import { pasteInto } from '../safety/kept.testing.ts';
import { editorWith, paragraph, stored } from '../testing.ts';
import { isMarkdown } from './markdown-signs.ts';

/** How many texts each way gets: `PROPERTY_RUNS`, or few. */
declare const propertyRuns: number;

/** All that is stored of a pasted text: words, addresses and the numbers of lists, in their order. */
const written = ({ type, text = '', attrs, content = [], marks = [] }: RichNode): string => {
  const start = Number(attrs?.start ?? 1);
  const inside = content.map((node, at) => (type === 'orderedList' ? `${start + at}. ` : '') + written(node));
  const hrefs = marks.map((mark) => ` ${String(mark.attrs?.href ?? '')}`);
  return `${type === 'codeBlock' ? String(attrs?.language) : ''} ${text}${inside.join(' ')}${hrefs.join('')}`;
};

function pasted(text: string): RichNode[] {
  const editor = editorWith();
  pasteInto(editor, { 'text/plain': text });
  const nodes = stored(editor);
  editor.destroy();
  return nodes;
}
const allOf = (text: string) => pasted(text).map(written).join(' ');
const types = (text: string) => pasted(text).map(({ type }) => type);

test.each([
  ['a contact that looks like a definition', '- 자격\n- 우대\n\n[문의]: recruit@example.com'],
  ['a definition that is used', '- 가\n- 나\n\n[글][주소]\n\n[주소]: https://a.example/문서'],
  ['a footnote', '- a\n- b\n\n[^1]: 각주 글'],
  ['a footnote that is called', '- a\n- b[^1]\n\n[^1]: 각주 글'],
  ['a cell too many', '| 이름 | 값 |\n|---|---|\n| a | b | 잃는 칸 |'],
  ['a cell of signs too many', '| 이름 | 값 |\n|---|---|\n| a | b | ++ |'],
  ['an address that our links do not take', '- 가\n- [지원](/jobs/일)'],
  ['a telephone number', '- 가\n- [전화](tel:02-123-4567)'],
  ['the title of a link', '- 가\n- [글](https://a.example "제목")'],
  ['a picture without its own site', '- 가\n- ![그림](/media/사진.png)'],
  ['what is named as HTML does', '- 가\n- AT&amp;T'],
  ['years that would be counted on', '## 경력\n\n2024. 입사\n2022. 졸업'],
  ['more than a language behind a fence', '```js 예제.js\nx\n```'],
])('%s stays', (_, text) => {
  expect(isMarkdown(text)).toBe(true);
  const all = allOf(text);
  for (const word of text.match(/[\p{L}\p{N}+]+/gu) ?? []) expect(all).toContain(word);
});

test('what reads as Markdown around them still becomes what it says', () => {
  expect(types('- 자격\n- 우대\n\n[문의]: recruit@example.com')).toEqual(['bulletList', 'paragraph']);
  expect(types('## 절차\n\n1. 서류\n1. 면접\n\n```py\nx = 1\n```')).toEqual([
    'heading',
    'orderedList',
    'codeBlock',
  ]);
  expect(types('- [x] 사과\n- [ ] 배')).toEqual(['taskList']);
  expect(types('- [글](https://A.example/%EA%B0%80?q=1)\n- ![그림](https://a.example/b.png)')).toEqual([
    'bulletList',
  ]);
  expect(pasted('- 가\n- [지원](/jobs/1)')[0]?.content?.[1]?.content).toEqual([paragraph('[지원](/jobs/1)')]);
});

test('where its blocks have no place, Markdown stays as it was written', () => {
  const editor = editorWith({
    type: 'bulletList',
    content: [{ type: 'listItem', content: [paragraph('앞')] }],
  });
  pasteInto(editor, { 'text/plain': '글\n\n| 가 | 나 |\n|---|---|\n| 다 | 라 |' });
  const all = stored(editor).map(written).join(' ');
  for (const word of ['앞', '글', '가', '나', '다', '라']) expect(all).toContain(word);
});

const words = fc.constantFrom(
  '자격',
  '우대',
  'a',
  'b c',
  '2024',
  '7',
  'x',
  '☑',
  'é',
  '“말”',
  '!',
  '**굵**',
  '`코 드`',
);
const address = fc.constantFrom(
  'https://a.example/b',
  'HTTPS://B.example:443/',
  '/c',
  'd@e.example',
  '#f',
  'tel:1',
  '',
);
const part = fc.oneof(
  words,
  fc.tuple(words, address, fc.constantFrom('', ' "제목"')).map(([a, b, c]) => `[${a}](${b}${c})`),
  fc.tuple(words, address).map(([a, b]) => `![${a}](${b})`),
  fc.tuple(words, words).map(([a, b]) => `[${a}][${b}]`),
  fc.constantFrom(
    '[^1]',
    '&copy;',
    '<b>',
    '<https://g.example>',
    '~~h~~',
    '\\*',
    '|',
    '***',
    '_i_',
    'www.j.example',
  ),
);
const begin = fc.constantFrom(
  '', '', '- ', '* ', '1. ', '2) ', '2022. ', '01. ', '> ', '# ', '## ', '- [x] ', '- [ ] ', '[가]: ', '[^1]: ', '| ', '  - ', '    ', '```', '```js ', '~~~', '|---|---|', '---', '===', '> 3. ', '\t',
); // prettier-ignore
const line = fc
  .tuple(begin, fc.array(part, { maxLength: 4 }), fc.constantFrom('', ' |', '  '))
  .map(([a, b, c]) => a + b.join(' ') + c);
const text = fc
  .array(line, { minLength: 1, maxLength: 8 })
  .map((lines) => `- 가\n- 나\n\n${lines.join('\n')}`);

/** What is left of a text without the signs of Markdown: a count of each letter. */
function lettersOf(of: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const letter of of.toLowerCase().match(/\p{L}/gu) ?? [])
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

test('every letter of any Markdown stays', () => {
  fc.assert(
    fc.property(text, (markdown) => {
      const kept = lettersOf(allOf(markdown));
      // The x of a task that is done, and the language of a fence under another name.
      const unsigned = markdown.replace(/\[x\]/g, '').replace(/```js/g, '');
      for (const [letter, count] of lettersOf(unsigned))
        if ((kept.get(letter) ?? 0) < count)
          throw new Error(`${letter} is lost of ${JSON.stringify(markdown)}`);
    }),
    { numRuns: propertyRuns },
  );
});
