import { blocks, markdownAddress, markdownLine } from '../../outputs/markdown.ts';
import { Picture } from '../../outputs/picture.tsx';
import { imageOrNone, line, web } from '../attributes.ts';
import { defineBlock } from '../block.ts';
import { boxed, unboxed } from '../dom.ts';

const attributes = {
  url: web(),
  title: line(300, ''),
  description: line(500, ''),
  siteName: line(100, ''),
  imageId: imageOrNone(),
};

/** `blog.example.com` of an address. */
export const hostOf = (url: string): string =>
  URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url;

/** A link to another page, from a snapshot of it: nothing is fetched when it is shown. */
export const linkCard = defineBlock({
  attributes,
  spec: {
    group: 'block prose',
    atom: true,
    draggable: true,
    parseDOM: [unboxed('linkCard', attributes)],
    toDOM: ({ attrs }) => boxed('linkCard', attrs),
  },
  View: ({ attrs: { url, title, description, siteName, imageId }, context }) => {
    const site = siteName || hostOf(url);
    if (context.form === 'feed') {
      return (
        <p>
          <a href={url}>{title || url}</a>
          {description && ` — ${description}`} ({site})
        </p>
      );
    }
    return (
      <a className="g-card" href={url} rel="noopener">
        {imageId && (
          <Picture imageId={imageId} alt="" sizes="200px" className="g-card-picture" context={context} />
        )}
        <span className="g-card-words">
          <strong>{title || url}</strong>
          {description && <span>{description}</span>}
          <small>{site}</small>
        </span>
      </a>
    );
  },
  toMarkdown: (_, { url, title, description, siteName }) =>
    blocks([
      `[${markdownLine(title || url)}](${markdownAddress(url)})${siteName ? ` — ${markdownLine(siteName)}` : ''}`,
      markdownLine(description),
    ]),
  toText: (_, { url, title, description, siteName }) =>
    [title && siteName ? `${title} — ${siteName}` : title || siteName, description, url]
      .filter(Boolean)
      .join('\n'),
});
