import { blocks, markdownLine, markdownWords, quoted } from '../../outputs/markdown.ts';
import { Picture } from '../../outputs/picture.tsx';
import { Words } from '../../outputs/words.tsx';
import type { QuoteContent } from '../contents.ts';
import type { SectionRenderer } from '../renderer.ts';

export const quote: SectionRenderer<QuoteContent> = {
  View: ({ content: { words, who, imageId }, context }) =>
    (words || who || imageId) && (
      <figure className="g-quote">
        {words.trim() && (
          <blockquote>
            <Words words={words} />
          </blockquote>
        )}
        {(who || imageId) && (
          <figcaption>
            {imageId && (
              <Picture imageId={imageId} alt="" sizes="40px" className="g-portrait" context={context} />
            )}
            {who}
          </figcaption>
        )}
      </figure>
    ),
  toMarkdown: ({ words, who }) =>
    words || who ? quoted(blocks([markdownWords(words), who && `— ${markdownLine(who)}`])) : '',
  toText: ({ words, who }) => [words && `“${words}”`, who && `— ${who}`].filter(Boolean).join('\n'),
};
