import { figureToMarkdown, figureToText, FigureView } from '../../outputs/figure.tsx';
import { blocks, markdownWords, paragraphs } from '../../outputs/markdown.ts';
import { Words } from '../../outputs/words.tsx';
import type { GalleryContent } from '../contents.ts';
import type { SectionRenderer } from '../renderer.ts';

export const gallery: SectionRenderer<GalleryContent> = {
  View: ({ content: { intro, images }, context }) => (
    <>
      <Words words={intro} className="g-intro" />
      {images.length > 0 && (
        <div className={images.length > 1 ? 'g-gallery' : undefined}>
          {images.map((figure, index) => (
            <FigureView
              key={index}
              figure={figure}
              context={context}
              sizes="(min-width: 720px) 520px, 100vw"
            />
          ))}
        </div>
      )}
    </>
  ),
  toMarkdown: ({ intro, images }, context) =>
    blocks([markdownWords(intro), ...images.map((figure) => figureToMarkdown(figure, context))]),
  toText: ({ intro, images }, context) =>
    paragraphs([intro, ...images.map((figure) => figureToText(figure, context))]),
};
