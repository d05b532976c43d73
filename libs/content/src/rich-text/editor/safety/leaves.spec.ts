/** @jest-environment jsdom */
import { afterEach, expect, jest, test } from '@jest/globals';
import { Editor } from '@tiptap/core';
import { Fragment, Slice } from '@tiptap/pm/model';
import type { RichNode } from '../../../document.ts';
import { sampleImageId } from '../../testing/samples.ts';
import { editorExtensions } from '../extensions.ts';
import { paragraph, stored } from '../testing.ts';
import type { Fault } from './fault.ts';
import { insertKept, type Target } from './insert.ts';
import { lettersOf, select } from './kept.testing.ts';
import { clipboardProps } from './parsing.ts';

const log = jest.spyOn(console, 'error').mockImplementation(() => undefined);
afterEach(() => void log.mockClear());

const image: RichNode = { type: 'image', attrs: { imageId: sampleImageId, alt: '회의' } };
const embed: RichNode = { type: 'embed', attrs: { provider: 'youtube', id: 'abcdefghijk', title: '소개' } };
const cell = (...content: RichNode[]): RichNode => ({
  type: 'table',
  content: [{ type: 'tableRow', content: [{ type: 'tableCell', content }] }],
});
const summary: RichNode = {
  type: 'details',
  content: [
    { type: 'detailsSummary', content: [{ type: 'text', text: '앞' }] },
    { type: 'detailsContent', content: [paragraph('')] },
  ],
};

function telling(...content: RichNode[]) {
  const told: Fault[] = [];
  const editor = new Editor({
    element: document.body.appendChild(document.createElement('div')),
    extensions: editorExtensions('ko', undefined, {}, (what) => told.push(what)),
    content: { type: 'doc', content },
    injectCSS: false,
    editorProps: clipboardProps,
  });
  return { editor, told };
}

const typesIn = (nodes: RichNode[]): string[] =>
  nodes.flatMap(({ type, content = [] }) => [type, ...typesIn(content)]);

/** What is copied in one editor and pasted in another. */
function pasteOf(editor: Editor, ...content: RichNode[]): void {
  const source = telling(...content).editor;
  const { view, state } = source;
  const { dom } = view.serializeForClipboard(new Slice(Fragment.from(state.doc.content), 0, 0));
  source.destroy();
  select(editor, placeOf(editor));
  editor.view.pasteHTML(dom.innerHTML);
}

/** Behind the word in which things are pasted. */
function placeOf({ state: { doc } }: Editor): number {
  let place = 1;
  doc.descendants((node, pos) => {
    if (node.text === '앞') place = pos + 1;
  });
  return place;
}

test.each<[string, RichNode, RichNode]>([
  ['a video in a cell', cell(paragraph('앞')), embed],
  [
    'a video in an item',
    { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('앞')] }] },
    embed,
  ],
  ['a video in a summary', summary, embed],
  ['a picture in a summary', summary, image],
  ['a picture in a cell', cell(paragraph('앞')), image],
  [
    'a picture in code',
    { type: 'codeBlock', attrs: { language: '' }, content: [{ type: 'text', text: '앞' }] },
    image,
  ],
])('%s is there, or it is told that it is not', (_, into, thing) => {
  const alone = telling(into);
  pasteOf(alone.editor, thing);
  if (!typesIn(stored(alone.editor)).includes(thing.type)) expect(alone.told).toEqual(['notTaken']);
  const among = telling(into);
  pasteOf(among.editor, paragraph('하나'), thing, paragraph('둘'));
  for (const word of ['앞', '하나', '둘']) expect(lettersOf(among.editor)).toContain(word);
  if (!typesIn(stored(among.editor)).includes(thing.type)) expect(among.told).toEqual(['keptPlain']);
});

test('what is left out of an insertion is told, alone or among words', () => {
  const { editor, told } = telling(paragraph('앞'));
  const { view, schema, state } = editor;
  const nodeOf = (node: RichNode) => schema.nodeFromJSON(node);
  const target: Target = {
    begin: () => view.state.tr,
    // As ProseMirror does where something has no place: it goes without a word.
    put: (tr, { content }) => tr.insertText(content.textBetween(0, content.size), 2),
    putLine: (tr, words) => tr.insertText(words, 2),
    replaced: [],
  };
  insertKept(view, new Slice(Fragment.from(nodeOf(image)), 0, 0), target);
  expect(view.state.doc).toBe(state.doc);
  expect(told).toEqual(['notTaken']);
  insertKept(view, new Slice(Fragment.from([nodeOf(paragraph('뒤')), nodeOf(image)]), 0, 0), target);
  expect(stored(editor)).toEqual([paragraph('앞뒤')]);
  expect(told).toEqual(['notTaken', 'keptPlain']);
});

test('a picture is not moved to where it would be lost', () => {
  const { editor, told } = telling(paragraph('앞'), image, paragraph('뒤'));
  editor.view.dispatch(editor.state.tr.delete(3, 4).setMeta('uiEvent', 'drop'));
  expect(typesIn(stored(editor))).toContain('image');
  expect(told).toEqual(['notMoved']);
});
