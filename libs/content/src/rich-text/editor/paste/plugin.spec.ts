/** @jest-environment jsdom */
import { afterEach, expect, jest, test } from '@jest/globals';
import { Editor } from '@tiptap/core';
import { Plugin, type PluginSpec } from '@tiptap/pm/state';
import { Transform } from '@tiptap/pm/transform';
import { editorExtensions } from '../extensions.ts';
import { keyOn, lettersOf, pasteInto } from '../safety/kept.testing.ts';
import type { Fault } from '../safety/fault.ts';
import { clipboardProps } from '../safety/parsing.ts';
import { editorWith, paragraph, stored } from '../testing.ts';

const log = jest.spyOn(console, 'error').mockImplementation(() => undefined);
afterEach(() => void log.mockClear());

const markdown = { 'text/plain': '* 가\n* 나' };
const kinds = (editor: Editor) => stored(editor).map(({ type }) => type);

/** An editor with a plugin that fails, and what it told. */
function failing(spec: PluginSpec<unknown>) {
  const told: Fault[] = [];
  const editor = new Editor({
    element: document.body.appendChild(document.createElement('div')),
    extensions: editorExtensions('ko', undefined, {}, (what) => told.push(what)),
    content: { type: 'doc', content: [paragraph('')] },
    injectCSS: false,
    editorProps: clipboardProps,
  });
  editor.registerPlugin(new Plugin(spec));
  return { editor, told };
}

const shifted = { shiftKey: true };

test.each<[string, (editor: Editor) => void]>([
  [
    'a capital letter was typed',
    (editor) => {
      keyOn(editor, 'keydown', 'A', shifted);
      keyOn(editor, 'keyup', 'A', shifted);
      keyOn(editor, 'keyup', 'Shift');
    },
  ],
  [
    'the page was left with Shift held',
    (editor) => {
      keyOn(editor, 'keydown', 'Shift', shifted);
      editor.view.dom.dispatchEvent(new FocusEvent('blur'));
    },
  ],
  [
    'something was pasted with Shift',
    (editor) => {
      keyOn(editor, 'keydown', 'V', shifted);
      pasteInto(editor, { 'text/plain': ' ' });
    },
  ],
  ['it is pasted with Shift and Insert', (editor) => keyOn(editor, 'keydown', 'Insert', shifted)],
])('Markdown becomes what it says where %s', (_, before) => {
  const editor = editorWith();
  before(editor);
  pasteInto(editor, markdown);
  expect(kinds(editor)).toContain('bulletList');
});

test('what fails while it is cleaned comes in as its lines, and that is told', () => {
  const { editor, told } = failing({});
  const parser = editor.view.someProp('clipboardParser');
  Object.assign(parser?.rules.find(({ tag }) => tag === 'p') ?? {}, {
    getAttrs: () => {
      throw new RangeError();
    },
  });
  pasteInto(editor, { 'text/html': '<p>가</p><script>x</script><!--y--><p>나</p>' });
  expect(stored(editor)).toEqual([paragraph('가'), paragraph('나')]);
  expect(told).toEqual(['keptPlain']);
});

test('Markdown that cannot become what it says goes in once, as it was written', () => {
  const { editor, told } = failing({});
  const { replaceRange } = Transform.prototype;
  let calls = 0;
  const replace = jest.spyOn(Transform.prototype, 'replaceRange').mockImplementation(function (
    this: Transform,
    ...range
  ) {
    if (++calls === 2) throw new RangeError();
    return replaceRange.apply(this, range);
  });
  pasteInto(editor, markdown);
  replace.mockRestore();
  expect(calls).toBe(2);
  expect(lettersOf(editor)).toBe('*가*나');
  expect(told).toEqual(['keptPlain']);
});

test('what a plugin has put there before it fails is not put there again', () => {
  const { editor, told } = failing({
    props: {
      handlePaste(view) {
        view.dispatch(view.state.tr.insertText('가 나'));
        throw new RangeError();
      },
    },
  });
  pasteInto(editor, { 'text/plain': '가 나' });
  expect(lettersOf(editor)).toBe('가나');
  expect(told).toEqual(['keptPlain']);
});
