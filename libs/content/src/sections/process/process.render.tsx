import { blocks, indent, markdownLine, markdownWords, paragraphs } from '../../outputs/markdown.ts';
import { Words } from '../../outputs/words.tsx';
import type { ProcessContent } from '../contents.ts';
import type { SectionRenderer } from '../renderer.ts';

type Step = ProcessContent['steps'][number];

export const process: SectionRenderer<ProcessContent> = {
  View: ({ content: { intro, steps } }) => (
    <>
      <Words words={intro} className="g-intro" />
      {steps.length > 0 && (
        <ol className="g-steps">
          {steps.map(({ title, detail, duration }, index) => (
            <li key={index}>
              <p className="g-step-title">
                <strong>{title}</strong>
                {title && duration && ' '}
                {duration && <small className="g-duration">{duration}</small>}
              </p>
              <Words words={detail} />
            </li>
          ))}
        </ol>
      )}
    </>
  ),
  toMarkdown: ({ intro, steps }) =>
    blocks([
      markdownWords(intro),
      steps
        .map((step, index) => {
          const title = markdownLine(step.title);
          const name = [title && `**${title}**`, markdownLine(brackets(step))];
          const words = blocks([name.filter(Boolean).join(' '), markdownWords(step.detail)]);
          return behind(`${index + 1}. `, words);
        })
        .join('\n'),
    ]),
  toText: ({ intro, steps }) =>
    paragraphs([
      intro,
      steps
        .map((step, index) => {
          const name = [step.title, brackets(step)].filter(Boolean).join(' ');
          return behind(`${index + 1}. `, [name, step.detail].filter(Boolean).join('\n'));
        })
        .join('\n'),
    ]),
};

/** Moved in by the length of its mark: what stands further left has left the item. */
const behind = (mark: string, words: string): string => mark + indent(words, ' '.repeat(mark.length));

const brackets = ({ duration }: Step): string => (duration ? `(${duration})` : '');
