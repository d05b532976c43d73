import type { ImageInfo, Licence } from './document.ts';

/** An image that was chosen or uploaded, with the words that usually go with it. */
export interface PickedImage {
  imageId: string;
  alt: string;
  credit: string;
  creditUrl: string;
  licence: Licence;
  info: ImageInfo;
}

/** How an editor comes by images; the admin gives it. */
export interface ImagePicker {
  /** Opens the library; null = closed without choosing. */
  pick(): Promise<PickedImage | null>;
  upload(file: File): Promise<PickedImage>;
  info(id: string): ImageInfo | null;
}
