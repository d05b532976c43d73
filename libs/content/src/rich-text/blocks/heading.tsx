import { createElement } from 'react';
import { markdownHeading } from '../../outputs/markdown.ts';
import { choice } from '../attributes.ts';
import { defineBlock, inside } from '../block.ts';

export const headingLevels = [2, 3, 4] as const;

const read = { h1: 2, h2: 2, h3: 3, h4: 4, h5: 4, h6: 4 };

export const heading = defineBlock({
  attributes: { level: choice(headingLevels) },
  spec: {
    group: 'block prose',
    content: 'inline*',
    defining: true,
    parseDOM: Object.entries(read).map(([tag, level]) => ({ tag, attrs: { level } })),
    toDOM: ({ attrs }) => [`h${String(attrs.level)}`, 0],
  },
  View: ({ attrs, anchor, children }) => createElement(`h${attrs.level}`, { id: anchor }, children),
  toMarkdown: (node, { level }, { inline }) => markdownHeading(level, inline(inside(node), '<br>')),
  toText: (node, _, { inline }) => inline(inside(node)),
});
