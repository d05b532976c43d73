/** @jest-environment jsdom */
import { expect, test } from '@jest/globals';
import { editorLabels } from './labels.ts';
import { editorWith, paragraph, picked, stored } from './testing.ts';
import { uploadInto } from './uploads.ts';

const labels = editorLabels('ko');
const file = (name: string) => new File(['x'], name);
const alts = (editor: ReturnType<typeof editorWith>) =>
  stored(editor).flatMap(({ attrs }) => attrs?.alt ?? []);

test('a picture that is refused does not take those after it along', async () => {
  const editor = editorWith(paragraph('글'));
  const upload = async ({ name }: File) => {
    if (name === 'big') throw new Error('too big');
    return { ...picked, alt: name };
  };
  const done = uploadInto(editor.view, ['a', 'big', 'b'].map(file), 1, labels, upload);
  await expect(done).rejects.toThrow(/^big: too big$/);
  expect(alts(editor)).toEqual(['a', 'b']);
  expect(editor.view.dom.textContent).not.toContain(labels.uploading);
});

test('a picture whose place was deleted meanwhile comes at the end', async () => {
  const editor = editorWith(paragraph('글'), paragraph('둘째'), paragraph('셋째'));
  const done = uploadInto(editor.view, [file('a')], 1, labels, async () => picked);
  editor.view.dispatch(editor.state.tr.delete(0, 7));
  await done;
  expect(stored(editor).map(({ type }) => type)).toEqual(['paragraph', 'image']);
});

test('every picture of a batch that is refused is named, with why', async () => {
  const editor = editorWith(paragraph('글'));
  const upload = ({ name }: File) => Promise.reject(new Error(name === 'a' ? 'too big' : ''));
  const done = uploadInto(editor.view, ['a', 'b'].map(file), 1, labels, upload);
  await expect(done).rejects.toThrow(new Error(`a: too big\nb: ${labels.uploadFailed}`));
});

test('a picture whose editor is gone meanwhile does not vanish in silence', async () => {
  const editor = editorWith(paragraph('글'));
  const done = uploadInto(editor.view, [file('a')], 1, labels, async () => picked);
  editor.destroy();
  await expect(done).rejects.toThrow(labels.uploadedTooLate);
});
