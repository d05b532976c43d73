import type { ImageInfo, ImageSource } from '@gonggo/content';
import { plainSource } from '@gonggo/content/render';

interface PhotoProps {
  image: ImageInfo | null | undefined;
  alt: string;
  /** How wide it is shown. */
  sizes: string;
  className?: string;
  /** The first thing one sees: fetched at once. */
  first?: boolean;
}

/** A picture of the page around a posting: cover, portrait, home. Nothing where there is none. */
export function Photo({ image, alt, sizes, className, first = false }: PhotoProps) {
  const plain = image && plainSource(image);
  if (!image || !plain) return null;
  const set = (type: ImageSource['type']) =>
    image.sources
      .flatMap((source) => (source.type === type ? [`${source.url} ${source.width}w`] : []))
      .join(', ');
  const avif = set('image/avif');
  return (
    <picture className={className}>
      {avif && <source type="image/avif" srcSet={avif} sizes={sizes} />}
      <img
        src={plain.url}
        srcSet={set('image/webp') || undefined}
        sizes={sizes}
        alt={alt}
        width={plain.width}
        height={plain.height}
        {...(first ? { fetchPriority: 'high' as const } : { loading: 'lazy' as const })}
        decoding="async"
      />
    </picture>
  );
}
