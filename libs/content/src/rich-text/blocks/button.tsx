import { markdownAddress, markdownLine } from '../../outputs/markdown.ts';
import { line, link } from '../attributes.ts';
import { defineBlock } from '../block.ts';
import { boxed, unboxed } from '../dom.ts';

const attributes = { label: line(80), url: link(true) };

export const button = defineBlock({
  attributes,
  spec: {
    group: 'block prose',
    atom: true,
    draggable: true,
    parseDOM: [unboxed('button', attributes)],
    toDOM: ({ attrs }) => boxed('button', attrs),
  },
  View: ({ attrs: { label, url }, context }) =>
    context.form === 'feed' ? (
      <p>
        <a href={url}>{label}</a>
      </p>
    ) : (
      <p className="g-action">
        <a className="g-button" href={url} rel="noopener">
          {label}
        </a>
      </p>
    ),
  toMarkdown: (_, { label, url }) => `[${markdownLine(label)}](${markdownAddress(url)})`,
  toText: (_, { label, url }) => `${label}: ${url}`,
});
