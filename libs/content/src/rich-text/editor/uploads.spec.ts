/** @jest-environment jsdom */
import { expect, test } from '@jest/globals';
import { editorWith, paragraph, picked, stored } from './testing.ts';
import { uploadInto } from './uploads.ts';

const file = (name: string) => new File(['x'], name);
const alts = (editor: ReturnType<typeof editorWith>) =>
  stored(editor).flatMap(({ attrs }) => attrs?.alt ?? []);

test('a picture that is refused does not take those after it along', async () => {
  const editor = editorWith(paragraph('글'));
  const upload = async ({ name }: File) => {
    if (name === 'big') throw new Error('too big');
    return { ...picked, alt: name };
  };
  const done = uploadInto(editor.view, ['a', 'big', 'b'].map(file), 1, '올리는 중', upload);
  await expect(done).rejects.toThrow('too big');
  expect(alts(editor)).toEqual(['a', 'b']);
  expect(editor.view.dom.textContent).not.toContain('올리는 중');
});

test('a picture whose place was deleted meanwhile comes at the end', async () => {
  const editor = editorWith(paragraph('글'), paragraph('둘째'), paragraph('셋째'));
  const done = uploadInto(editor.view, [file('a')], 1, '올리는 중', async () => picked);
  editor.view.dispatch(editor.state.tr.delete(0, 7));
  await done;
  expect(stored(editor).map(({ type }) => type)).toEqual(['paragraph', 'image']);
});
