import { licences } from '../../document.ts';
import { FigureView, figureToMarkdown, figureToText } from '../../outputs/figure.tsx';
import { lengths } from '../../sections/lengths.ts';
import { choice, flag, image as imageId, line, web } from '../attributes.ts';
import { defineBlock } from '../block.ts';
import { boxed, unboxed } from '../dom.ts';

const attributes = {
  imageId: imageId(),
  alt: line(lengths.figure.alt, ''),
  decorative: flag(false),
  caption: line(lengths.figure.caption, ''),
  credit: line(lengths.figure.credit, ''),
  creditUrl: web(''),
  licence: choice(licences, 'unknown'),
};

export const image = defineBlock({
  attributes,
  spec: {
    group: 'block prose',
    atom: true,
    draggable: true,
    parseDOM: [unboxed('image', attributes)],
    toDOM: ({ attrs }) => boxed('image', attrs),
  },
  refuse: ({ decorative, alt }) =>
    decorative && alt
      ? ['attrs/alt', 'must be empty for a decorative image, or set decorative to false']
      : null,
  View: ({ attrs, context }) => <FigureView figure={attrs} context={context} />,
  toMarkdown: (_, attrs, { context }) => figureToMarkdown(attrs, context),
  toText: (_, attrs, { context }) => figureToText(attrs, context),
});
