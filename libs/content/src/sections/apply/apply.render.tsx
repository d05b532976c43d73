import type { Locale } from '../../document.ts';
import { kindLabel } from '../../labels.ts';
import { formatMoment } from '../../moments.ts';
import type { ApplyState, TextContext } from '../../outputs/context.ts';
import { blocks, markdownAddress, markdownLine, markdownWords } from '../../outputs/markdown.ts';
import { Words } from '../../outputs/words.tsx';
import type { ApplyContent } from '../contents.ts';
import type { SectionRenderer } from '../renderer.ts';

/** One link that says where it leads. A closed posting says when it closed and leads nowhere. */
export const apply: SectionRenderer<ApplyContent> = {
  View: ({ content, context }) => {
    const url = addressOf(content, context);
    return (
      <div className="g-apply">
        {context.apply?.closed ? (
          <p className="g-closed">{closedWords(context.apply, context.locale)}</p>
        ) : url ? (
          <p>
            <a className="g-apply-link" href={url} rel="noopener">
              {labelOf(content, context.locale)}
            </a>
          </p>
        ) : (
          content.label && <p>{content.label}</p>
        )}
        <Words words={content.note} className="g-apply-note" />
      </div>
    );
  },
  toMarkdown: (content, context) => {
    const url = addressOf(content, context);
    const label = markdownLine(labelOf(content, context.locale));
    return blocks([
      context.apply?.closed
        ? closedWords(context.apply, context.locale)
        : url
          ? `[${label}](${markdownAddress(url)})`
          : markdownLine(content.label),
      markdownWords(content.note),
    ]);
  },
  toText: (content, context) => {
    const url = addressOf(content, context);
    return blocks([
      context.apply?.closed
        ? closedWords(context.apply, context.locale)
        : url
          ? `${labelOf(content, context.locale)}: ${url}`
          : content.label,
      content.note,
    ]);
  },
};

const addressOf = (content: ApplyContent, { apply: state }: TextContext): string | null =>
  content.url ?? state?.url ?? null;

const labelOf = (content: ApplyContent, locale: Locale): string =>
  content.label || kindLabel('apply', locale);

function closedWords({ closesAt, zone }: ApplyState, locale: Locale): string {
  const past = closesAt && formatMoment(closesAt, zone, locale);
  if (locale === 'ko') return past ? `${past}에 마감했어요.` : '지원을 마감했어요.';
  return past ? `Closed on ${past}.` : 'Applications are closed.';
}
