/** @jest-environment jsdom */
import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { act, fireEvent, render, screen } from '@testing-library/react';
import type { PickedImage } from '../../image-picker.ts';
import { editorLabels } from './labels.ts';
import { bearLateViews, leave } from './panels/testing.tsx';
import { RichTextField } from './rich-text-field.tsx';
import { paragraph, picked, picker } from './testing.ts';

beforeAll(bearLateViews);
afterEach(leave);

test('a text tells what became of a picture that was on its way into the one before', async () => {
  let arrive: (image: PickedImage) => void = () => undefined;
  const images = { ...picker, upload: () => new Promise<PickedImage>((done) => (arrive = done)) };
  const field = (key: string) => (
    <RichTextField
      key={key}
      value={{ version: 1, doc: { type: 'doc', content: [paragraph(key)] } }}
      onChange={() => undefined}
      label="본문"
      images={images}
      locale="ko"
    />
  );
  const { rerender } = render(field('내 글'));
  const clipboardData = { files: [new File(['x'], 'a.png', { type: 'image/png' })], getData: () => '' };
  fireEvent.paste(screen.getByRole('textbox'), { clipboardData });
  rerender(field('남의 글'));
  await act(() => new Promise((done) => setTimeout(done, 10)));
  await act(async () => arrive(picked));
  expect(screen.getByRole('status').textContent).toBe(editorLabels('ko').uploadedTooLate);
});
