/** @jest-environment jsdom */
import { expect, test } from '@jest/globals';
import type { Editor } from '@tiptap/core';
import type { RichNode } from '../../document.ts';
import { blankBlock, blankTable, insertBlock, wrapOrInsert } from './boxes.ts';
import { editorLabels } from './labels.ts';
import { editorWith, paragraph, picked, stored } from './testing.ts';
import { imageAttributes, uploadInto } from './uploads.ts';

const item = (words: string, ...more: RichNode[]): RichNode => ({
  type: 'listItem',
  content: [paragraph(words), ...more],
});
const bullets = (...content: RichNode[]): RichNode => ({ type: 'bulletList', content });
const steps = (...words: string[]): RichNode => ({
  type: 'orderedList',
  attrs: { start: 3 },
  content: words.map((one) => item(one)),
});
const image: RichNode = { type: 'image', attrs: imageAttributes(picked) };

/** Puts the cursor at the end of these words. */
function writeAfter(editor: Editor, words: string) {
  editor.state.doc.descendants((node, pos) => {
    if (node.isText && node.text === words) editor.commands.setTextSelection(pos + node.nodeSize);
  });
}
const insertImage = (editor: Editor) => insertBlock(editor, editor.schema.nodeFromJSON(image));
/** Blocks by their names; lists with their words, and where they start to count. */
const outline = (editor: Editor) =>
  stored(editor).map((node) => {
    const words = JSON.stringify(node).match(/(?<="text":")[^"]+(?=")/g) ?? [];
    return [node.type, ...(node.attrs?.start === undefined ? [] : [node.attrs.start]), ...words].join(' ');
  });

test('a picture inserted at the end of a list follows it, and in the middle it parts it there', () => {
  const last = editorWith(bullets(item('하나'), item('둘')));
  insertImage(last);
  expect(outline(last)).toEqual(['bulletList 하나 둘', expect.stringContaining('image'), 'paragraph']);

  const middle = editorWith(steps('하나', '둘', '셋'));
  writeAfter(middle, '둘');
  insertImage(middle);
  expect(outline(middle)).toEqual([
    'orderedList 3 하나 둘',
    expect.stringContaining('image'),
    'orderedList 5 셋',
  ]);
});

test('a list inside another one stays whole', () => {
  const editor = editorWith(bullets(item('하나', bullets(item('속 하나'), item('속 둘'))), item('둘')));
  writeAfter(editor, '속 하나');
  insertImage(editor);
  expect(outline(editor)).toEqual([
    'bulletList 하나 속 하나 속 둘',
    expect.stringContaining('image'),
    'bulletList 둘',
  ]);
});

test('a block takes the place of an empty item, and of a list that has no other', () => {
  const end = editorWith(bullets(item('하나'), item('')));
  insertImage(end);
  expect(outline(end)).toEqual(['bulletList 하나', expect.stringContaining('image'), 'paragraph']);

  const start = editorWith(bullets(item(''), item('둘')));
  start.commands.setTextSelection(3);
  insertImage(start);
  expect(outline(start)).toEqual([expect.stringContaining('image'), 'bulletList 둘']);

  const only = editorWith(bullets(item('')));
  insertImage(only);
  expect(outline(only)).toEqual([expect.stringContaining('image'), 'paragraph']);
});

test.each<[string, (editor: Editor) => unknown]>([
  ['linkCard', (editor) => insert(editor, 'linkCard', { url: 'https://example.com/' })],
  ['embed', (editor) => insert(editor, 'embed', { provider: 'youtube', id: 'abcdefghijk' })],
  ['button', (editor) => insert(editor, 'button', { url: 'https://example.com/', label: '지원' })],
  ['sticker', (editor) => insert(editor, 'sticker', { imageId: picked.imageId })],
  ['horizontalRule', (editor) => insert(editor, 'horizontalRule')],
  ['table', (editor) => insertBlock(editor, blankTable(editor.schema, 2, 2))],
  ['columns', (editor) => wrapOrInsert(editor, 'columns')],
  ['callout', (editor) => wrapOrInsert(editor, 'callout')],
  ['details', (editor) => wrapOrInsert(editor, 'details')],
])('a %s goes between two items, not into one', (name, run) => {
  const editor = editorWith(bullets(item('하나'), item('둘')));
  writeAfter(editor, '하나');
  run(editor);
  expect(stored(editor).map(({ type }) => type)).toEqual(['bulletList', name, 'bulletList']);
});

const insert = (editor: Editor, ...[name, attrs]: [Parameters<typeof blankBlock>[1], object?]) => {
  const block = blankBlock(editor, name, { ...attrs });
  if (block) insertBlock(editor, block);
};

test('a list in a box: the block stays in the box where it may', () => {
  const editor = editorWith({ type: 'callout', content: [bullets(item('하나'))] });
  insertImage(editor);
  expect(stored(editor)[0]?.content?.map(({ type }) => type)).toEqual(['bulletList', 'image', 'paragraph']);
});

test('pictures that are pasted into a list follow the item, in the order in which they came', async () => {
  const editor = editorWith(bullets(item('하나'), item('둘')));
  writeAfter(editor, '하나');
  const files = ['a', 'b'].map((name) => new File(['x'], name));
  await uploadInto(editor.view, files, editor.state.selection.to, editorLabels('ko'), async ({ name }) => ({
    ...picked,
    alt: name,
  }));
  expect(stored(editor).map(({ type, attrs }) => attrs?.alt ?? type)).toEqual([
    'bulletList',
    'a',
    'b',
    'bulletList',
  ]);
});
