import type { ImageSource } from '../document.ts';
import { mediaUrl, plainSource, type RenderContext } from './context.ts';

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

  const { width, height } = plain;
  const src = mediaUrl(plain.url, context);
  if (context.form === 'feed')
    return <img src={src} alt={alt} width={width} height={height} loading="lazy" />;
  const set = (type: ImageSource['type']) =>
    image.sources
      .filter((source) => source.type === type)
      .map((source) => `${mediaUrl(source.url, context)} ${source.width}w`)
      .join(', ');
  const avif = set('image/avif');
  return (
    <picture className={className}>
      {avif && <source type="image/avif" srcSet={avif} sizes={sizes} />}
      <img
        src={src}
        srcSet={set('image/webp') || undefined}
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
