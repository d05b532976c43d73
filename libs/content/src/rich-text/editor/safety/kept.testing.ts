import fc from 'fast-check';
import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { editorWith, press } from '../testing.ts';

const signs = [
  '__start__.rb',
  'n == 7 && m == 8',
  '6 * 7 * 8',
  'char *q',
  '_hidden_',
  '9~12주',
  '~~',
  '`cat *`',
  'a<b>c',
  '&lt;',
  '“말”',
  '[2]',
  '👩‍🚒',
  '각',
  'é',
  '\\',
  '|',
];
const word = fc.oneof(
  fc.constantFrom(...signs),
  fc.constantFrom('누리집', '에서', '은', '는', 'see', 'for', '…'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
);
const address = fc
  .tuple(
    fc.constantFrom(
      'https://',
      'http://',
      'HTTPS://',
      'www.',
      'https://www.',
      'https://me:pw@',
      'mailto:',
      'ftp://',
      '',
    ),
    fc.oneof(
      fc.domain(),
      fc.constantFrom(
        'Shop.Example.NET',
        '가게.example',
        'xn--9d0b.example',
        '10.1.2.3',
        'localhost',
        'a_b.example',
        '[::1]',
      ),
    ),
    fc.constantFrom('', ':80', ':443', ':8443', ':99999', ':'),
    fc.oneof(
      fc.constantFrom(
        '',
        '/',
        '?a',
        '#b',
        '/가',
        '/a b',
        '/%zz',
        '/a/../b',
        '/A(b)',
        '/__x__',
        '/?q="x"',
        '//',
        '/\\',
      ),
      fc.webPath(),
    ),
    fc.constantFrom('', '.', ',', ')', '에서', '입니다.', "'", '"', '>', '…', '*', '_'),
  )
  .map((parts) => parts.join(''));
const gap = fc.constantFrom(' ', '', '(', '<', ' "', ', ', '\u00a0');

/** A line of words, signs and an address in any form. It begins with a letter, so that no Markdown block begins. */
export const line = fc
  .tuple(fc.array(word, { maxLength: 3 }), gap, address, gap, fc.array(word, { maxLength: 3 }))
  .map(
    ([before, left, found, right, after]) => `가${before.join(' ')}${left}${found}${right}${after.join(' ')}`,
  );

export { address };

/** All that is no white space. */
export const letters = (text: string): string => text.replace(/\s/g, '');
export const lettersOf = ({ state: { doc } }: Editor): string =>
  letters(doc.textBetween(0, doc.content.size, ' '));

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Each character as a keyboard sends it; a line break is Enter. */
export function typeIn(editor: Editor, text: string): void {
  for (const letter of text) {
    if (letter === '\n') {
      press(editor, 'Enter');
      continue;
    }
    const { from, to } = editor.state.selection;
    const plainly = () => editor.state.tr.insertText(letter, from, to);
    const taken = editor.view.someProp('handleTextInput', (handle) =>
      handle(editor.view, from, to, letter, plainly),
    );
    if (!taken) editor.view.dispatch(plainly());
  }
}

export function select(editor: Editor, from: number, to = from): void {
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, from, to)));
}

/** As a drop arrives from another program; jsdom has neither its events nor places on a screen. */
export function dropOn(editor: Editor, data: Record<string, string>, pos: number, files: File[] = []): Event {
  editor.view.posAtCoords = () => ({ pos, inside: -1 });
  const event = new Event('drop', { bubbles: true, cancelable: true });
  const dataTransfer = { getData: (type: string) => data[type] ?? '', files, types: Object.keys(data) };
  Object.assign(event, { dataTransfer, clientX: 0, clientY: 0 });
  editor.view.dom.dispatchEvent(event);
  return event;
}

/** What a browser sends when somebody pastes. */
export function pasteInto(editor: Editor, data: Record<string, string>): void {
  const clipboardData = {
    getData: (type: string) => data[type] ?? '',
    files: [],
    items: [],
    types: Object.keys(data),
  };
  const event = Object.assign(new Event('paste', { bubbles: true, cancelable: true }), { clipboardData });
  editor.view.dom.dispatchEvent(event);
}

/** A key as the page tells of it. */
export function keyOn(
  { view }: Editor,
  type: 'keydown' | 'keyup',
  key: string,
  more: KeyboardEventInit = {},
): void {
  view.dom.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, cancelable: true, ...more }));
}

/** As an input method writes: into the page, from where the editor reads it. */
export async function compose(editor: Editor, text: string): Promise<void> {
  const { view } = editor;
  const { node, offset } = view.domAtPos(editor.state.selection.from);
  view.dom.dispatchEvent(new Event('compositionstart', { bubbles: true }));
  const written = node.nodeType === Node.TEXT_NODE ? (node as Text) : (node.childNodes[offset - 1] as Text);
  written.data += text;
  document.getSelection()?.collapse(written, written.data.length);
  await new Promise<void>((done) => queueMicrotask(done));
  view.dom.dispatchEvent(new Event('compositionend', { bubbles: true }));
  await new Promise<void>((done) => setTimeout(done));
}

let shared: Editor | undefined;
let uses = 0;

/** An editor with this text, the cursor at its end. One serves many times: making one takes most of a run. */
export function withText(text: string): Editor {
  if (!shared || uses++ % 200 === 0) {
    shared?.destroy();
    shared = editorWith();
  }
  const content = text ? [{ type: 'text', text }] : [];
  shared.commands.setContent(
    { type: 'doc', content: [{ type: 'paragraph', content }] },
    { emitUpdate: false },
  );
  select(shared, 1 + text.length);
  return shared;
}
