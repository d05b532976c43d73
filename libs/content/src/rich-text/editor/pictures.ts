import { Extension, type Editor } from '@tiptap/core';
import type { ImageInfo, Locale } from '../../document.ts';

/** What the views of blocks in the editor need from outside, and how they learn that it changed. */
export interface Pictures {
  info(id: string): ImageInfo | null;
  locale: Locale;
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
    return { info: () => null, locale: this.options.locale, views: new Set() };
  },
});

/** Hands over what is known about images now, and draws every block that shows one again. */
export function showPictures(
  { storage: { pictures } }: Editor,
  info: Pictures['info'],
  locale: Locale,
): void {
  pictures.info = info;
  pictures.locale = locale;
  for (const draw of pictures.views) draw();
}
