import { blocks, markdownHeading, markdownLine, markdownWords, paragraphs } from '../../outputs/markdown.ts';
import { Words } from '../../outputs/words.tsx';
import { richTextToMarkdown, richTextToText, RichTextView } from '../../rich-text/render.tsx';
import type { FaqContent } from '../contents.ts';
import type { SectionRenderer } from '../renderer.ts';

/**
 * Answers fold under their questions, except in feeds, whose readers show no disclosure, and where there is no
 * question to fold under.
 */
export const faq: SectionRenderer<FaqContent> = {
  View: ({ content: { intro, items }, context, anchor }) => (
    <>
      <Words words={intro} className="g-intro" />
      {items.map(({ question, answer }, index) =>
        context.form === 'feed' || !question.trim() ? (
          <div key={index}>
            {question.trim() && <h3>{question}</h3>}
            <RichTextView value={answer} context={context} anchor={`${anchor}--${index + 1}`} />
          </div>
        ) : (
          <details key={index} className="g-faq">
            <summary>{question}</summary>
            <RichTextView value={answer} context={context} anchor={`${anchor}--${index + 1}`} />
          </details>
        ),
      )}
    </>
  ),
  toMarkdown: ({ intro, items }, context) =>
    blocks([
      markdownWords(intro),
      ...items.map(({ question, answer }) =>
        blocks([markdownHeading(3, markdownLine(question)), richTextToMarkdown(answer, context)]),
      ),
    ]),
  toText: ({ intro, items }, context) =>
    paragraphs([
      intro,
      ...items.map(({ question, answer }) =>
        [question, richTextToText(answer, context)].filter(Boolean).join('\n'),
      ),
    ]),
};
