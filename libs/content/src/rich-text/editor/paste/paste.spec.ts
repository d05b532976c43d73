/** @jest-environment jsdom */
import { expect, test } from '@jest/globals';
import type { Editor } from '@tiptap/core';
import fc from 'fast-check';
import type { RichNode } from '../../../document.ts';
import { keyOn, pasteInto as paste } from '../safety/kept.testing.ts';
import { editorWith, paragraph, stored } from '../testing.ts';

const pasted = (html: string): RichNode[] => {
  const editor = editorWith();
  paste(editor, { 'text/html': html });
  return stored(editor);
};

const shape = ({ type, text, content = [] }: RichNode): string =>
  text ?? `${type}(${content.map(shape).join(' ')})`;
const shapes = (nodes: RichNode[]) => nodes.map(shape).join(' ');

const markdown = '지금 하는 일\n* 배포\n* 관측\n\n```go\nx := 1\n```';

test('Markdown becomes what it says; undone once it is as it was written, undone twice it is gone', () => {
  const editor = editorWith();
  paste(editor, { 'text/plain': markdown });
  const read =
    'paragraph(지금 하는 일) bulletList(listItem(paragraph(배포)) listItem(paragraph(관측))) codeBlock(x := 1)';
  expect(shapes(stored(editor))).toBe(read);
  editor.commands.undo();
  expect(editor.getText({ blockSeparator: '\n\n' })).toBe(markdown);
  editor.commands.undo();
  expect(stored(editor)).toEqual([paragraph('')]);
});

test.each([
  ['Markdown', { 'text/plain': '우리 팀\n\n| 가 | 나 |\n|---|---|\n| 1 | 2 |\n' }],
  [
    'a page that keeps its breaks',
    {
      'text/html':
        '<div style="white-space: pre-wrap"><p>우리 팀</p><table>\n<thead>\n<tr>\n<th>가</th>\n<th>나</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table></div>',
    },
  ],
])('a table out of %s has its cells and no others', (_, data) => {
  const editor = editorWith();
  paste(editor, data);
  expect(shapes(stored(editor))).toBe(
    'paragraph(우리 팀) table(tableRow(tableHeader(paragraph(가)) tableHeader(paragraph(나))) tableRow(tableCell(paragraph(1)) tableCell(paragraph(2))))',
  );
});

test('it stays as written where Shift was held, in code, and where HTML lies beside it', () => {
  const editor = editorWith();
  keyOn(editor, 'keydown', 'V', { shiftKey: true, ctrlKey: true });
  paste(editor, { 'text/plain': markdown });
  expect(editor.getText({ blockSeparator: '\n\n' })).toBe(markdown);
  const code = editorWith({
    type: 'codeBlock',
    attrs: { language: '' },
    content: [{ type: 'text', text: 'a' }],
  });
  paste(code, { 'text/plain': '* 가\n* 나' });
  expect(shapes(stored(code))).toBe('codeBlock(a* 가\n* 나)');
  const html = editorWith();
  paste(html, { 'text/plain': '* 가\n* 나', 'text/html': '<p>다</p>' });
  expect(shapes(stored(html))).toBe('paragraph(다)');
});

test('rows between tabs become a table, within a text and beside it', () => {
  const editor = editorWith(paragraph('앞'));
  paste(editor, { 'text/plain': '이름\t수\n배\t3' });
  expect(shapes(stored(editor))).toBe(
    'paragraph(앞) table(tableRow(tableCell(paragraph(이름)) tableCell(paragraph(수))) tableRow(tableCell(paragraph(배)) tableCell(paragraph(3))))',
  );
});

test('code keeps its language, its spaces and its blank lines', () => {
  expect(pasted('<p>글</p><pre class="lang-py"><code>def a():\n\n    return  1\n</code></pre>')).toEqual([
    paragraph('글'),
    {
      type: 'codeBlock',
      attrs: { language: 'python' },
      content: [{ type: 'text', text: 'def a():\n\n    return  1' }],
    },
  ]);
});

test('code alone stays a block within a paragraph, words alone join it', () => {
  const editor = editorWith(paragraph('앞'));
  paste(editor, { 'text/html': '<pre>a\n  b</pre>' });
  expect(shapes(stored(editor))).toBe('paragraph(앞) codeBlock(a\n  b)');
  const other = editorWith(paragraph('앞'));
  paste(other, { 'text/html': '<span>뒤 <b>굵게</b></span>' });
  expect(shapes(stored(other))).toBe('paragraph(앞뒤  굵게)');
});

test('lines of code before other blocks do not run into the paragraph they are pasted into', () => {
  const editor = editorWith(paragraph('앞'));
  paste(editor, { 'text/html': '<pre>a\nb</pre><p>뒤</p>' });
  expect(shapes(stored(editor))).toBe('paragraph(앞) codeBlock(a\nb) paragraph(뒤)');
});

test('words that have no place in a part of a table are kept', () => {
  expect(shapes(pasted('<tr><p>밖</p><td>안</td></tr>'))).toBe(
    'paragraph(밖) table(tableRow(tableCell(paragraph(안))))',
  );
});

test('a part of a table that stands nowhere takes no words with it', () => {
  expect(shapes(pasted('<p><td></td></p><p>낱말</p>'))).toContain('paragraph(낱말)');
});

test('what another editor of this make copies is read like any page', () => {
  expect(
    shapes(
      pasted(
        '<ul data-pm-slice="3 3 []" data-type="taskList"><li data-checked="true"><label><input type="checkbox" checked><span></span></label><div><p>했다</p></div></li></ul>',
      ),
    ),
  ).toBe('taskList(taskItem(paragraph(했다)))');
});

const names = 'p div span b ul ol li table tr td blockquote pre h2 a br sup input section q'.split(' ');
const tree = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('낱말', ' ', 'a  b', '\n'),
    fc
      .tuple(
        fc.constantFrom(...names),
        fc.constantFrom('', ' style="display:block"', ' style="white-space:pre"', ' start="4"', ' href="#x"'),
        fc.array(tie('node'), { maxLength: 4 }),
      )
      .map(([name, attribute, inside]) => `<${name}${attribute}>${inside.join('')}</${name}>`),
  ),
}));

const letters = (words: string) => words.normalize('NFKC').replace(/[^\p{L}]/gu, '');

test('any page is read without fault, and no letter of it is lost or said twice', () => {
  fc.assert(
    fc.property(fc.array(tree.node, { maxLength: 5 }), (parts) => {
      const html = parts.join('');
      const seen = new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '';
      const words = stored(editorWithPasted(html))
        .map((node) => shapeless(node))
        .join('');
      expect(Array.from(letters(words)).sort().join('')).toBe(Array.from(letters(seen)).sort().join(''));
    }),
    { numRuns: 100 },
  );
});

const shapeless = ({ text, content = [] }: RichNode): string => text ?? content.map(shapeless).join('');

function editorWithPasted(html: string): Editor {
  const editor = editorWith();
  paste(editor, { 'text/html': html });
  return editor;
}
