import type { Locale } from '../../document.ts';
import { kindLabel } from '../../labels.ts';
import { formatMoment } from '../../moments.ts';
import type { ApplyState, TextContext } from '../../outputs/context.ts';
import { blocks, markdownAddress, markdownLine, markdownWords, paragraphs } from '../../outputs/markdown.ts';
import { Words } from '../../outputs/words.tsx';
import type { ApplyContent } from '../contents.ts';
import type { SectionRenderer } from '../renderer.ts';

/**
 * One link that says where it leads, and from when on where that lies ahead. A closed posting says when it closed
 * and leads nowhere.
 */
export const apply: SectionRenderer<ApplyContent> = {
  View: ({ content, context }) => {
    const { url, label, opening, closed } = applying(content, context);
    return (
      <div className="g-apply">
        {closed ? (
          <p className="g-closed">{closed}</p>
        ) : (
          <>
            {opening && <p className="g-opening">{opening}</p>}
            {url ? (
              <p>
                <a className="g-apply-link" href={url} rel="noopener">
                  {label}
                </a>
              </p>
            ) : (
              content.label && <p>{content.label}</p>
            )}
          </>
        )}
        <Words words={content.note} className="g-apply-note" />
      </div>
    );
  },
  toMarkdown: (content, context) => {
    const { url, label, opening, closed } = applying(content, context);
    const link = url ? `[${markdownLine(label)}](${markdownAddress(url)})` : markdownLine(content.label);
    return blocks([...(closed ? [closed] : [opening, link]), markdownWords(content.note)]);
  },
  toText: (content, context) => {
    const { url, label, opening, closed } = applying(content, context);
    const link = url ? `${label}: ${url}` : content.label;
    return paragraphs([...(closed ? [closed] : [opening, link]), content.note]);
  },
};

interface Applying {
  url: string | null;
  label: string;
  opening: string | null;
  closed: string | null;
}

function applying(content: ApplyContent, { apply: state, locale }: TextContext): Applying {
  return {
    url: state?.waiting ? null : (content.url ?? state?.url ?? null),
    label: content.label || kindLabel('apply', locale),
    opening: state?.opensAt ? openingWords(state.opensAt, state.zone, locale) : null,
    closed: state?.closed ? closedWords(state, locale) : null,
  };
}

function openingWords(opensAt: string, zone: string, locale: Locale): string {
  const moment = formatMoment(opensAt, zone, locale);
  return locale === 'ko' ? `${moment}부터 지원할 수 있어요.` : `Apply from ${moment}.`;
}

function closedWords({ closesAt, zone }: ApplyState, locale: Locale): string {
  const past = closesAt && formatMoment(closesAt, zone, locale);
  if (locale === 'ko') return past ? `${past}에 마감했어요.` : '지원을 마감했어요.';
  return past ? `Closed on ${past}.` : 'Applications are closed.';
}
