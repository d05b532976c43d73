import { escapeHtml } from '../../outputs/escape-html.ts';
import { blocks as joined, paragraphs } from '../../outputs/markdown.ts';
import { defineBlock, inside } from '../block.ts';
import { box, unboxed } from '../dom.ts';

/** A toggle: a summary, and what opens below it. */
const details = defineBlock({
  spec: {
    group: 'block',
    content: 'detailsSummary detailsContent',
    defining: true,
    isolating: true,
    parseDOM: [{ tag: 'details' }, unboxed('details', {})],
    toDOM: () => box('details', {}, 'g-details'),
  },
  View: ({ context, children }) =>
    context.form === 'feed' ? children : <details className="g-details">{children}</details>,
  toMarkdown: (node, _, { blocks, plain }) => {
    const [summary, content] = inside(node);
    // The line is a block of HTML, in which Markdown's escapes and marks would stand as they are.
    const words = summary ? escapeHtml(plain(summary)) : '';
    return joined([`<details><summary>${words}</summary>`, content && blocks(inside(content)), '</details>']);
  },
  toText: (node, _, { blocks }) => {
    const [summary, content] = inside(node);
    return paragraphs([summary && `▸ ${blocks([summary])}`, content && blocks(inside(content))]);
  },
});

const detailsSummary = defineBlock({
  spec: {
    content: 'text*',
    defining: true,
    isolating: true,
    selectable: false,
    parseDOM: [{ tag: 'summary' }, unboxed('detailsSummary', {})],
    toDOM: () => box('detailsSummary', {}, 'g-summary'),
  },
  View: ({ context, children }) =>
    context.form === 'feed' ? <h4>{children}</h4> : <summary>{children}</summary>,
  toMarkdown: (node, _, { inline }) => inline(inside(node)),
  toText: (node, _, { inline }) => inline(inside(node)),
});

const detailsContent = defineBlock({
  spec: {
    content: 'block+',
    defining: true,
    selectable: false,
    parseDOM: [unboxed('detailsContent', {})],
    toDOM: () => box('detailsContent', {}, 'g-details-content'),
  },
  View: ({ context, children }) =>
    context.form === 'feed' ? children : <div className="g-details-content">{children}</div>,
  toMarkdown: (node, _, { blocks }) => blocks(inside(node)),
  toText: (node, _, { blocks }) => blocks(inside(node)),
});

export const toggles = { details, detailsSummary, detailsContent };
