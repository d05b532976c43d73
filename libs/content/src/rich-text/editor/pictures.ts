import { Extension, type Editor } from '@tiptap/core';
import type { ImageInfo, Locale } from '../../document.ts';
import { editorLabels, type EditorLabels } from './labels.ts';

/** What the views of blocks in the editor need from outside, and how they learn that it changed. */
export interface Pictures {
  info(id: string): ImageInfo | null;
  /** The language of the text. */
  locale: Locale;
  labels: EditorLabels;
  /** Views to draw again when more is known about an image. */
  views: Set<() => void>;
}

declare module '@tiptap/core' {
  interface Storage {
    pictures: Pictures;
  }
}

export const PicturesExtension = Extension.create<{ locale: Locale }, Pictures>({
  name: 'pictures',
  addOptions: () => ({ locale: 'ko' }),
  addStorage() {
    const { locale } = this.options;
    return { info: () => null, locale, labels: editorLabels(locale), views: new Set() };
  },
});

/** Hands over what is known about images now, and draws every block that shows one again. */
export function showPictures(
  { storage: { pictures } }: Editor,
  known: Pick<Pictures, 'info' | 'locale' | 'labels'>,
): void {
  Object.assign(pictures, known);
  for (const draw of pictures.views) draw();
}
