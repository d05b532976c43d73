import { Editor } from '@tiptap/core';
import { Selection } from '@tiptap/pm/state';
import type { ImagePicker, PickedImage } from '../../image-picker.ts';
import type { RichNode } from '../../document.ts';
import { parseRichText } from '../parse.ts';
import { sampleImageId } from '../testing/samples.ts';
import { editorExtensions } from './extensions.ts';
import { clipboardProps } from './safety/parsing.ts';

export const picked: PickedImage = {
  imageId: sampleImageId,
  alt: '회의하는 팀',
  credit: '사진 담당',
  creditUrl: 'https://example.com/',
  licence: 'own',
  info: {
    width: 800,
    height: 600,
    thumbhash: '',
    sources: [{ url: '/media/a/800.webp', type: 'image/webp', width: 800, height: 600 }],
  },
};

export const picker: ImagePicker = {
  pick: () => Promise.resolve(picked),
  upload: () => Promise.resolve(picked),
  info: (id) => (id === sampleImageId ? picked.info : null),
};

/** An editor without its field, with the cursor at the end. */
export function editorWith(...content: RichNode[]): Editor {
  const element = document.body.appendChild(document.createElement('div'));
  const editor = new Editor({
    element,
    extensions: editorExtensions('ko'),
    content: { type: 'doc', content: content.length ? content : [{ type: 'paragraph' }] },
    injectCSS: false,
    editorProps: clipboardProps,
  });
  editor.view.dispatch(editor.state.tr.setSelection(Selection.atEnd(editor.state.doc)));
  return editor;
}

/** What the server would store of this editor's text; throws where it would refuse it. */
export function stored(editor: Editor): RichNode[] {
  const parsed = parseRichText({ version: 1, doc: editor.getJSON() });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return parsed.value.doc.content ?? [];
}

export const paragraph = (words: string): RichNode =>
  words ? { type: 'paragraph', content: [{ type: 'text', text: words }] } : { type: 'paragraph' };

/** A key as the keyboard sends it, offered to everything that listens. */
export function press(editor: Editor, key: string, more: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', { key, ...more });
  return editor.view.someProp('handleKeyDown', (handle) => handle(editor.view, event)) ?? false;
}

// jsdom has neither the clipboard's events nor a layout, which ProseMirror asks for when it scrolls.
globalThis.ClipboardEvent ??= class extends Event {} as unknown as typeof ClipboardEvent;
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
Range.prototype.getBoundingClientRect = () => new DOMRect();
