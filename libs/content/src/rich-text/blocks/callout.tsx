import { markdownLine, quoted } from '../../outputs/markdown.ts';
import { choice, emoji } from '../attributes.ts';
import { defineBlock, inside, type Writer } from '../block.ts';
import { box, unboxed } from '../dom.ts';
import type { RichNode } from '../../document.ts';

export const calloutTones = ['neutral', 'green', 'blue', 'amber', 'red', 'purple'] as const;
export type CalloutTone = (typeof calloutTones)[number];

const attributes = { emoji: emoji('💡'), tone: choice(calloutTones, 'neutral') };

/** The emoji in front of the first words, or on a line of its own before anything that is not a paragraph. */
function withEmoji(node: RichNode, mark: string, { blocks }: Writer): string {
  const words = blocks(inside(node));
  if (!mark) return words;
  return inside(node)[0]?.type === 'paragraph' ? `${mark} ${words}` : `${mark}\n\n${words}`;
}

export const callout = defineBlock({
  attributes,
  spec: {
    group: 'block',
    content: 'prose+',
    defining: true,
    parseDOM: [unboxed('callout', attributes)],
    toDOM: ({ attrs }) => box('callout', attrs, `g-callout g-${String(attrs.tone)}`),
  },
  View: ({ attrs, context, children }) => {
    const mark = attrs.emoji && (
      <span className="g-emoji" aria-hidden="true">
        {attrs.emoji}
      </span>
    );
    if (context.form === 'feed') {
      return (
        <blockquote>
          {attrs.emoji && <p>{attrs.emoji}</p>}
          {children}
        </blockquote>
      );
    }
    return (
      <aside className={`g-callout g-${attrs.tone}`}>
        {mark}
        <div>{children}</div>
      </aside>
    );
  },
  toMarkdown: (node, attrs, writer) => quoted(withEmoji(node, markdownLine(attrs.emoji), writer)),
  toText: (node, attrs, writer) => withEmoji(node, attrs.emoji, writer),
});
