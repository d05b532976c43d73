import { blocks, markdownWords, paragraphs } from '../../outputs/markdown.ts';
import { Words } from '../../outputs/words.tsx';
import { richTextToMarkdown, richTextToText, RichTextView } from '../../rich-text/render.tsx';
import type { ProseContent } from '../contents.ts';
import type { SectionRenderer } from '../renderer.ts';

export const prose: SectionRenderer<ProseContent> = {
  View: ({ content: { intro, body }, context, anchor }) => (
    <>
      <Words words={intro} className="g-intro" />
      <RichTextView value={body} context={context} anchor={anchor} />
    </>
  ),
  toMarkdown: ({ intro, body }, context) => blocks([markdownWords(intro), richTextToMarkdown(body, context)]),
  toText: ({ intro, body }, context) => paragraphs([intro, richTextToText(body, context)]),
};
