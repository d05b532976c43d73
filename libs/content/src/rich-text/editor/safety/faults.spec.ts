/** @jest-environment jsdom */
import { afterEach, expect, jest, test } from '@jest/globals';
import { Editor } from '@tiptap/core';
import type { ResolvedPos, Slice } from '@tiptap/pm/model';
import { Plugin, type PluginSpec } from '@tiptap/pm/state';
import { editorExtensions } from '../extensions.ts';
import { paragraph, press, stored } from '../testing.ts';
import type { Fault } from './fault.ts';
import { dropOn, lettersOf, select, typeIn } from './kept.testing.ts';
import { clipboardProps } from './parsing.ts';

const log = jest.spyOn(console, 'error').mockImplementation(() => undefined);
afterEach(() => void log.mockClear());

const broken = (): never => {
  throw new RangeError('not in its stored form');
};

/** An editor in which a plugin fails, what it told, and how often it told of a change. */
function failing(spec: PluginSpec<unknown>, ...content: ReturnType<typeof paragraph>[]) {
  const told: Fault[] = [];
  let updates = 0;
  const editor = new Editor({
    element: document.body.appendChild(document.createElement('div')),
    extensions: editorExtensions('ko', undefined, {}, (what) => told.push(what)),
    content: { type: 'doc', content: content.length ? content : [paragraph('앞')] },
    injectCSS: false,
    editorProps: clipboardProps,
    onUpdate: () => (updates += 1),
  });
  select(editor, editor.state.doc.content.size - 1);
  editor.registerPlugin(new Plugin(spec));
  return { editor, told, updates: () => updates };
}

test('a plugin that fails at each change costs no letter; the text is still told onward and can be undone', () => {
  const { editor, told, updates } = failing({
    appendTransaction: (_, before, after) => (before.doc.eq(after.doc) ? null : broken()),
  });
  typeIn(editor, '가 나\n다');
  expect(stored(editor)).toEqual([paragraph('앞가 나'), paragraph('다')]);
  expect(told).toContain('keptPlain');
  expect(log).toHaveBeenCalled();
  expect(updates()).toBeGreaterThanOrEqual(5);
  editor.commands.undo();
  expect(lettersOf(editor)).not.toContain('다');
});

test('a shortcut that fails leaves the letter', () => {
  const { editor, told } = failing({ props: { handleTextInput: broken } });
  typeIn(editor, '가나');
  expect(stored(editor)).toEqual([paragraph('앞가나')]);
  expect(told).toEqual(['keptPlain', 'keptPlain']);
});

test.each(['handlePaste', 'handleDrop'] as const)('what comes in stays where %s fails', (name) => {
  const { editor, told } = failing({ props: { [name]: broken } });
  if (name === 'handleDrop') dropOn(editor, { 'text/plain': '가 나' }, 2);
  else editor.view.pasteText('가 나');
  expect(lettersOf(editor)).toBe('앞가나');
  expect(told).toEqual(['keptPlain']);
});

test('what is pasted stays where reading it fails', () => {
  const { editor, told } = failing({});
  const { view } = editor;
  const rule = view.someProp('clipboardParser')?.rules.find(({ mark }) => mark === 'highlight');
  Object.assign(rule ?? {}, { getAttrs: broken });
  view.pasteHTML('<p>가 <mark>나</mark></p>');
  expect(lettersOf(editor)).toBe('앞가나');
  const $broken = Object.create(view.state.selection.$from, { marks: { value: broken } }) as ResolvedPos;
  const read = clipboardProps.clipboardTextParser('다\n라', $broken, false, view);
  expect(read.content.textBetween(0, read.content.size)).toBe('다라');
  const slice = Object.create(read, { openStart: { get: broken } }) as Slice;
  expect(clipboardProps.transformPasted(slice, view).content).toBe(read.content);
  expect(told).toEqual(['keptPlain', 'keptPlain', 'keptPlain']);
  expect(log).toHaveBeenCalledTimes(3);
});

test('what nests too deeply comes in as plain words', () => {
  const { editor, told } = failing({});
  editor.view.pasteHTML(`${'<ul><li>겹'.repeat(40)}안${'</li></ul>'.repeat(40)}`);
  expect(lettersOf(editor)).toBe(`앞${'겹'.repeat(40)}안`);
  expect(told).toEqual(['keptPlain']);
  stored(editor);
});

test('a shortcut with a value that no block may have is text', () => {
  const { editor, told } = failing({}, paragraph(''));
  typeIn(editor, '20261231. 마감');
  press(editor, 'Enter');
  typeIn(editor, `\`\`\`${'a'.repeat(40)} 코드`);
  expect(stored(editor)).toEqual([paragraph('20261231. 마감'), paragraph(`\`\`\`${'a'.repeat(40)} 코드`)]);
  expect(told).toEqual([]);
  expect(log).not.toHaveBeenCalled();
});

test('a file that is no picture is refused, never opened', () => {
  const { editor, told } = failing({});
  const file = new File(['x'], 'a.pdf', { type: 'application/pdf' });
  expect(dropOn(editor, {}, 1, [file]).defaultPrevented).toBe(true);
  expect(told).toEqual(['filesRefused']);
  expect(stored(editor)).toEqual([paragraph('앞')]);
});
