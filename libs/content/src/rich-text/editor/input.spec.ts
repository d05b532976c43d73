/** @jest-environment jsdom */
import { expect, test } from '@jest/globals';
import type { Editor } from '@tiptap/core';
import { linkAddress } from './links/address.ts';
import { editorWith, paragraph, press, stored } from './testing.ts';

/** Types as a keyboard does: each character offered to the Markdown shortcuts first. */
function type(editor: Editor, words: string) {
  for (const letter of words) {
    const { from, to } = editor.state.selection;
    const taken = editor.view.someProp('handleTextInput', (handle) =>
      handle(editor.view, from, to, letter, () => editor.state.tr.insertText(letter, from, to)),
    );
    if (!taken) editor.view.dispatch(editor.state.tr.insertText(letter, from, to));
  }
}

test.each<[string, object]>([
  ['## 제목', { type: 'heading', attrs: { level: 2 } }],
  ['### 제목', { type: 'heading', attrs: { level: 3 } }],
  ['#### 제목', { type: 'heading', attrs: { level: 4 } }],
  ['- 하나', { type: 'bulletList' }],
  ['* 하나', { type: 'bulletList' }],
  ['3. 셋', { type: 'orderedList', attrs: { start: 3 } }],
  ['[ ] 할 일', { type: 'taskList' }],
  ['[x] 한 일', { type: 'taskList', content: [{ attrs: { checked: true } }] }],
  ['> 인용', { type: 'blockquote' }],
  ['```ts 코드', { type: 'codeBlock', attrs: { language: 'ts' } }],
  ['**굵게** ', { content: [{ text: '굵게', marks: [{ type: 'bold' }] }, {}] }],
  ['*기울게* ', { content: [{ text: '기울게', marks: [{ type: 'italic' }] }, {}] }],
  ['~~지움~~ ', { content: [{ text: '지움', marks: [{ type: 'strike' }] }, {}] }],
  ['==칠함== ', { content: [{ text: '칠함', marks: [{ type: 'highlight' }] }, {}] }],
  ['`코드` ', { content: [{ text: '코드', marks: [{ type: 'code' }] }, {}] }],
  ['# 하나뿐', { type: 'paragraph' }],
])('%j typed becomes what it means, and the server takes it', (words, expected) => {
  const editor = editorWith();
  type(editor, words);
  expect(stored(editor)[0]).toMatchObject(expected);
});

test('an address becomes a link after a space, but not with a particle on it', () => {
  const editor = editorWith();
  type(editor, 'https://example.com/a ');
  expect(stored(editor)[0]?.content?.[0]?.marks).toEqual([
    { type: 'link', attrs: { href: 'https://example.com/a' } },
  ]);

  const particle = editorWith();
  type(particle, 'https://example.com를 ');
  expect(JSON.stringify(stored(particle))).not.toContain('link');
});

test.each(['javascript:alert(1)', 'data:text/html,a', 'ftp://a.example', '//a.example', 'tel:1'])(
  '%s is no link',
  (address) => {
    expect(linkAddress(address)).toBeNull();
    const editor = editorWith(paragraph('말'));
    editor.chain().selectAll().setLink({ href: address }).run();
    expect(JSON.stringify(stored(editor))).not.toContain('link');
  },
);

test('nesting a list and splitting an item give a text the server takes', () => {
  const editor = editorWith();
  type(editor, '[x] 하나');
  press(editor, 'Enter');
  type(editor, '둘');
  press(editor, 'Tab');
  expect(stored(editor)[0]).toMatchObject({
    type: 'taskList',
    content: [
      {
        attrs: { checked: true },
        content: [{}, { type: 'taskList', content: [{ attrs: { checked: false } }] }],
      },
    ],
  });
});

test('Tab goes through the cells of a table and out of the text, Shift+Tab back and out', () => {
  const cell = (words: string) => ({ type: 'tableCell', content: [paragraph(words)] });
  const editor = editorWith({
    type: 'table',
    content: [{ type: 'tableRow', content: [cell('하나'), cell('둘')] }],
  });
  const inCell = () => editor.state.selection.$from.parent.textContent;
  editor.commands.focus(4);
  expect(inCell()).toBe('하나');
  expect(press(editor, 'Tab')).toBe(true);
  expect(inCell()).toBe('둘');
  expect(press(editor, 'Tab')).toBe(false);
  expect(stored(editor)[0]?.content).toHaveLength(1);
  expect(press(editor, 'Tab', { shiftKey: true })).toBe(true);
  expect(inCell()).toBe('하나');
  expect(press(editor, 'Tab', { shiftKey: true })).toBe(false);
});
