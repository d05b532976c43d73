import type { ImageInfo, ImageSource } from '../document.ts';
import { jpegFile, mediaUrl, plainSource, type RenderContext } from './context.ts';

/** The `srcset` of an image's files, by type; empty where there is none. */
export function fileSets({ sources }: ImageInfo, address: (path: string) => string = (path) => path) {
  const set = (type: ImageSource['type']) =>
    sources
      .filter((source) => source.type === type)
      .map(({ url, width }) => `${address(url)} ${width}w`)
      .join(', ');
  return { avif: set('image/avif'), webp: set('image/webp') };
}

interface PictureProps {
  imageId: string;
  alt: string;
  /** How wide it is shown: the `sizes` of its files. */
  sizes?: string;
  className?: string;
  context: RenderContext;
}

const textWide = '(min-width: 720px) 680px, 100vw';

/** An image in the best file for the screen. One that is missing is its alternative text. */
export function Picture({ imageId, alt, sizes = textWide, className, context }: PictureProps) {
  const image = context.images[imageId];
  const plain = image && plainSource(image);
  if (!image || !plain) return alt ? <span className="g-missing">{alt}</span> : null;

  const { url, width, height } = (context.form === 'feed' && jpegFile(image)) || plain;
  const src = mediaUrl(url, context);
  if (context.form === 'feed')
    return <img src={src} alt={alt} width={width} height={height} loading="lazy" />;
  const { avif, webp } = fileSets(image, (path) => mediaUrl(path, context));
  return (
    <picture className={className}>
      {avif && <source type="image/avif" srcSet={avif} sizes={sizes} />}
      <img
        src={src}
        srcSet={webp || undefined}
        sizes={sizes}
        alt={alt}
        width={width}
        height={height}
        loading="lazy"
        decoding="async"
      />
    </picture>
  );
}
