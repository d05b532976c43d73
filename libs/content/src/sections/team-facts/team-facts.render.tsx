import type { Locale } from '../../document.ts';
import { formatDay } from '../../moments.ts';
import { blocks, markdownLine, paragraphs } from '../../outputs/markdown.ts';
import type { TeamFactsContent } from '../contents.ts';
import type { SectionRenderer } from '../renderer.ts';

type Fact = TeamFactsContent['items'][number];

export const teamFacts: SectionRenderer<TeamFactsContent> = {
  View: ({ content: { asOf, items }, context }) =>
    items.length > 0 && (
      <>
        <dl className="g-facts">
          {items.map(({ label, value }, index) => (
            <div key={index}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p className="g-as-of">
          <time dateTime={asOf}>{asOfWords(asOf, context.locale)}</time>
        </p>
      </>
    ),
  toMarkdown: ({ asOf, items }, { locale }) =>
    (items.length > 0 &&
      blocks([
        items.map((fact) => `- ${markdownLine(factWords(fact))}`).join('\n'),
        asOfWords(asOf, locale),
      ])) ||
    '',
  toText: ({ asOf, items }, { locale }) =>
    (items.length > 0 &&
      paragraphs([items.map((fact) => `• ${factWords(fact)}`).join('\n'), asOfWords(asOf, locale)])) ||
    '',
};

const factWords = ({ label, value }: Fact): string => [label, value].filter(Boolean).join(': ');

const asOfWords = (asOf: string, locale: Locale): string =>
  locale === 'ko' ? `${formatDay(asOf, 'UTC', 'ko')} 기준` : `As of ${formatDay(asOf, 'UTC', 'en')}`;
