import type { ImageInfo, ImageSource, Locale } from '../document.ts';
import type { CodePiece } from '../rich-text/blocks/code-block.tsx';

/** Where a posting is being shown, and what showing it needs. */
export interface RenderContext {
  locale: Locale;
  images: Record<string, ImageInfo>;
  /** Origin of the site, without a slash at the end. */
  siteUrl: string;
  /** page = the site · fragment = the API's HTML · feed = simple tags, absolute addresses, nothing to click open. */
  form: 'page' | 'fragment' | 'feed';
  /** Where and whether one can apply; left out where only a section is shown. */
  apply?: ApplyState;
  /** The anchor of the section being shown: headings in its text get fragments below it. */
  anchor?: string;
  /** Code in colours, line by line; null for a language that is not known. Left out = one ink. */
  highlight?: (code: string, language: string) => CodePiece[][] | null;
}

/** What an apply section needs of its posting. */
export interface ApplyState {
  url: string | null;
  closed: boolean;
  /** When it opens, where that lies ahead of what is shown. */
  opensAt: string | null;
  /** It is known not to be open yet: no link. Texts that are kept say both, which stays true on either side. */
  waiting: boolean;
  closesAt: string | null;
  zone: string;
}

/** What Markdown and plain text need to know. */
export type TextContext = Omit<RenderContext, 'form'>;

/** A path of the site as it must read outside of it. Absolute addresses stay. */
export function absolute(path: string, siteUrl: string): string {
  return path.startsWith('/') ? siteUrl.replace(/(?<!\/)\/+$/, '') + path : path;
}

/** An image file's address for this form: paths on the site itself, absolute elsewhere. */
export function mediaUrl(path: string, context: RenderContext): string {
  return context.form === 'page' ? path : absolute(path, context.siteUrl);
}

/** What chats and search engines show at most. */
const jpegWidth = 1200;

/** The one file to name where only one can be: the widest WebP up to `most` pixels. */
export function plainSource(image: ImageInfo, most = 1600): ImageSource | undefined {
  const webp = image.sources.filter(({ type }) => type === 'image/webp').sort((a, b) => b.width - a.width);
  return webp.find(({ width }) => width <= most) ?? webp.at(-1) ?? image.sources[0];
}

/**
 * The one file for programs that may know no WebP: chats, feed readers, search engines. The API makes this JPEG of every
 * image, at the width of its widest WebP up to 1,200 pixels; it is not among the sources, which browsers choose from.
 */
export function jpegFile(image: ImageInfo): Pick<ImageSource, 'url' | 'width' | 'height'> | undefined {
  const file = plainSource(image, jpegWidth);
  return file && { ...file, url: file.url.replace(/\.\w+$/, '.jpeg') };
}

/** Absolute address of an image's JPEG, or null while there is none. */
export function jpegAddress(imageId: string, { images, siteUrl }: TextContext): string | null {
  const image = images[imageId];
  const file = image && jpegFile(image);
  return file ? absolute(file.url, siteUrl) : null;
}

/** Absolute address of an image's plain file, or null while there is none. */
export function imageAddress(imageId: string, { images, siteUrl }: TextContext): string | null {
  const image = images[imageId];
  const source = image && plainSource(image);
  return source ? absolute(source.url, siteUrl) : null;
}
