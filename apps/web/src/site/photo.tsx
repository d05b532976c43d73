import type { ImageInfo } from '@gonggo/content';
import { fileSets, plainSource } from '@gonggo/content/render';

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
  const { avif, webp } = fileSets(image);
  return (
    <picture className={className}>
      {avif && <source type="image/avif" srcSet={avif} sizes={sizes} />}
      <img
        src={plain.url}
        srcSet={webp || undefined}
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
