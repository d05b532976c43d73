/** @jest-environment jsdom */
import { expect, test } from '@jest/globals';
import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import {
  blankBlock,
  blockAround,
  deleteBlock,
  insertBlock,
  moveBlock,
  paragraphAfterBox,
  unwrapBox,
  wrapOrInsert,
  writeBelowAtom,
  type Around,
} from './boxes.ts';
import { excessOf, limits } from '../limits.ts';
import { editorWith, paragraph, picked, press, stored } from './testing.ts';
import { imageAttributes } from './uploads.ts';

const types = (editor: Editor) => stored(editor).map(({ type }) => type);
const around = (editor: Editor, name: Parameters<typeof blockAround>[1]): Around => {
  const block = blockAround(editor.state, name);
  if (!block) throw new Error(`no ${name} around the cursor`);
  return block;
};

test('a block takes the place of an empty paragraph and leaves one below', () => {
  const editor = editorWith(paragraph('위'), paragraph(''));
  insertBlock(editor, editor.schema.nodes.image!.create(imageAttributes(picked)));
  expect(types(editor)).toEqual(['paragraph', 'image', 'paragraph']);
  expect(editor.state.selection).toBeInstanceOf(NodeSelection);
});

test('a block goes below the block with the cursor, in the nearest place where it may stand', () => {
  const editor = editorWith(paragraph('위'), { type: 'callout', content: [paragraph('안')] });
  wrapOrInsert(editor, 'columns', 3);
  expect(types(editor)).toEqual(['paragraph', 'callout', 'columns', 'paragraph']);
  expect(blockAround(editor.state, 'column')).toBeDefined();
});

test('a callout goes around the paragraph, and comes off again', () => {
  const editor = editorWith(paragraph('말'));
  wrapOrInsert(editor, 'callout');
  expect(stored(editor)[0]).toMatchObject({
    type: 'callout',
    attrs: { emoji: '💡' },
    content: [paragraph('말')],
  });
  unwrapBox(editor, around(editor, 'callout'));
  expect(stored(editor)).toEqual([paragraph('말')]);
});

test('Enter in a summary goes into the toggle; taking the toggle off keeps every word', () => {
  const editor = editorWith(paragraph(''));
  wrapOrInsert(editor, 'details');
  editor.commands.insertContent('요약');
  press(editor, 'Enter');
  editor.commands.insertContent('안쪽');
  expect(stored(editor)[0]?.content).toEqual([
    { type: 'detailsSummary', content: [{ type: 'text', text: '요약' }] },
    { type: 'detailsContent', content: [paragraph('안쪽')] },
  ]);
  unwrapBox(editor, around(editor, 'details'));
  expect(stored(editor).slice(0, 2)).toEqual([paragraph('요약'), paragraph('안쪽')]);
});

test('there is a way out below every box', () => {
  const editor = editorWith(paragraph('위'));
  wrapOrInsert(editor, 'columns', 2);
  wrapOrInsert(editor, 'details');
  paragraphAfterBox(editor.state, editor.view.dispatch);
  editor.commands.insertContent('밖');
  expect(stored(editor)[2]).toEqual(paragraph('밖'));
});

test('deleting the only block leaves a paragraph; deleting the last picture takes its gallery', () => {
  const alone = editorWith({ type: 'callout', content: [paragraph('말')] });
  deleteBlock(alone, around(alone, 'callout'));
  expect(types(alone)).toEqual(['paragraph']);

  const gallery = editorWith(paragraph('위'), {
    type: 'gallery',
    content: [{ type: 'image', attrs: imageAttributes(picked) }],
  });
  gallery.commands.setNodeSelection(4);
  deleteBlock(gallery, around(gallery, 'image'));
  expect(types(gallery)).toEqual(['paragraph']);
});

test('blocks swap with their neighbours, cursor and all, and stop at the ends', () => {
  const editor = editorWith(paragraph('하나'), paragraph('둘'), paragraph('셋'));
  const move = (by: -1 | 1) => moveBlock(editor.state, editor.view.dispatch, by);
  expect(move(1)).toBe(false);
  expect(move(-1)).toBe(true);
  editor.commands.insertContent('!');
  expect(stored(editor)).toEqual([paragraph('하나'), paragraph('셋!'), paragraph('둘')]);
  expect(move(-1)).toBe(true);
  expect(move(-1)).toBe(false);
});

test('typing while a picture is selected writes below it and never replaces it', () => {
  const editor = editorWith({ type: 'image', attrs: imageAttributes(picked) });
  for (const key of [{ key: 'a' }, { key: 'Process', keyCode: 229 }]) {
    editor.commands.setNodeSelection(0);
    writeBelowAtom(editor.view, new KeyboardEvent('keydown', key));
    expect(editor.state.selection.$from.parent.type.name).toBe('paragraph');
  }
  expect(types(editor)).toEqual(['image', 'paragraph']);
  editor.commands.setNodeSelection(0);
  writeBelowAtom(editor.view, new KeyboardEvent('keydown', { key: 'c', ctrlKey: true }));
  expect(editor.state.selection).toBeInstanceOf(NodeSelection);
});

test('blocks that need an address are not made without one', () => {
  expect(() => blankBlock(editorWith(), 'button')).toThrow();
});

test('a list goes as deep as can be saved, and no deeper', () => {
  const editor = editorWith(paragraph('하나'));
  editor.commands.toggleBulletList();
  for (let step = 2; step <= limits.depth; step++) {
    press(editor, 'Enter');
    press(editor, 'Tab');
    editor.commands.insertContent(`${step}째`);
  }
  const doc = editor.getJSON();
  const deepest = (node: { content?: object[] }): number =>
    1 + Math.max(0, ...(node.content ?? []).map((child) => deepest(child)));
  expect(excessOf({ version: 1, doc })).toBeNull();
  expect(deepest(doc)).toBeGreaterThan(limits.depth - 2);
  expect(editor.getText()).toContain(`${limits.depth}째`);
});
