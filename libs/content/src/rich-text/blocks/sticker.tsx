import { imageAddress } from '../../outputs/context.ts';
import { markdownAddress, markdownLine } from '../../outputs/markdown.ts';
import { Picture } from '../../outputs/picture.tsx';
import { image, line } from '../attributes.ts';
import { defineBlock } from '../block.ts';
import { boxed, unboxed } from '../dom.ts';

const attributes = { imageId: image(), alt: line(200, '') };

/** A small picture after a greeting: never cropped, decorative unless it has an alternative text. */
export const sticker = defineBlock({
  attributes,
  spec: {
    group: 'block prose',
    atom: true,
    draggable: true,
    parseDOM: [unboxed('sticker', attributes)],
    toDOM: ({ attrs }) => boxed('sticker', attrs),
  },
  View: ({ attrs, context }) => (
    <p className="g-sticker">
      <Picture imageId={attrs.imageId} alt={attrs.alt} sizes="160px" context={context} />
    </p>
  ),
  toMarkdown: (_, { imageId, alt }, { context }) => {
    const address = imageAddress(imageId, context);
    const words = markdownLine(alt);
    return address ? `![${words}](${markdownAddress(address)})` : words;
  },
  toText: (_, { alt }) => alt && `(${alt})`,
});
