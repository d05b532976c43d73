import type { ImageInfo } from '@gonggo/content';
import { classNames } from '@gonggo/ui';
import { ImageOff } from 'lucide-react';

/** A small picture of an image: its narrowest file that is wide enough. */
export function Thumb({
  info,
  alt,
  width = 240,
  className,
}: {
  info: ImageInfo | null;
  alt: string;
  width?: number;
  className?: string;
}) {
  const files = (info?.sources ?? [])
    .filter((source) => source.type === 'image/webp')
    .sort((a, b) => a.width - b.width);
  const file = files.find((source) => source.width >= width) ?? files.at(-1);
  if (!info || !file) {
    return (
      <span
        className={classNames('a-thumb a-thumb-none', className)}
        role="img"
        aria-label={alt || undefined}
        aria-hidden={alt ? undefined : true}
      >
        <ImageOff />
      </span>
    );
  }
  return (
    <img
      className={classNames('a-thumb', className)}
      src={file.url}
      width={file.width}
      height={file.height}
      alt={alt}
      loading="lazy"
      decoding="async"
    />
  );
}
