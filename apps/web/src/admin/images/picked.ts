import type { ImageInfo } from '@gonggo/content';
import type { PickedImage } from '@gonggo/content/editor';
import type { Image } from '@gonggo/contract';

export const infoOf = ({ width, height, thumbhash, sources }: Image): ImageInfo => ({
  width,
  height,
  thumbhash,
  sources,
});

/** An image of the library with its usual words, as the editors take it. */
export const pickedFrom = (image: Image): PickedImage => ({
  imageId: image.id,
  alt: image.alt,
  credit: image.credit,
  creditUrl: image.creditUrl,
  licence: image.licence,
  info: infoOf(image),
});
