import type { Locale } from '../document.ts';
import type { Figure } from '../sections/contents.ts';
import { imageAddress, type RenderContext, type TextContext } from './context.ts';
import { blocks, markdownAddress, markdownLine, markdownWords } from './markdown.ts';
import { Picture } from './picture.tsx';

const creditWord: Record<Locale, string> = { ko: '출처', en: 'Credit' };

/** A picture with its caption and, apart from it, its credit. */
export function FigureView({
  figure,
  context,
  sizes,
}: {
  figure: Figure;
  context: RenderContext;
  sizes?: string;
}) {
  const { imageId, alt, decorative, caption, credit, creditUrl } = figure;
  const words = caption || credit || creditUrl;
  const picture = <Picture imageId={imageId} alt={decorative ? '' : alt} sizes={sizes} context={context} />;
  return (
    <figure className="g-figure">
      {picture}
      {words && (
        <figcaption>
          {caption}
          {(credit || creditUrl) && <Credit credit={credit} creditUrl={creditUrl} locale={context.locale} />}
        </figcaption>
      )}
    </figure>
  );
}

function Credit({ credit, creditUrl, locale }: { credit: string; creditUrl: string; locale: Locale }) {
  const name = credit || creditUrl;
  return (
    <small className="g-credit">
      {`${creditWord[locale]}: `}
      {creditUrl ? (
        <a href={creditUrl} rel="noopener nofollow">
          {name}
        </a>
      ) : (
        name
      )}
    </small>
  );
}

export function figureToMarkdown(figure: Figure, context: TextContext): string {
  const { imageId, alt, decorative, caption, credit, creditUrl } = figure;
  const address = imageAddress(imageId, context);
  const words = decorative ? '' : markdownLine(alt);
  const named = markdownLine(credit) || markdownLine(creditUrl);
  const source = creditUrl ? `[${named}](${markdownAddress(creditUrl)})` : named;
  return blocks([
    address ? `![${words}](${markdownAddress(address)})` : words,
    markdownWords(caption),
    source && `${creditWord[context.locale]}: ${source}`,
  ]);
}

export function figureToText(figure: Figure, { locale }: TextContext): string {
  const { alt, decorative, caption, credit, creditUrl } = figure;
  const source = [credit, creditUrl].filter(Boolean).join(' ');
  return [
    !decorative && alt ? `[${locale === 'ko' ? '사진' : 'Picture'}: ${alt}]` : '',
    caption,
    source ? `${creditWord[locale]}: ${source}` : '',
  ]
    .filter(Boolean)
    .join('\n');
}
