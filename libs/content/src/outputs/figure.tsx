import type { Licence, Locale } from '../document.ts';
import { licenceLabel } from '../labels.ts';
import type { Figure } from '../sections/contents.ts';
import { imageAddress, type RenderContext, type TextContext } from './context.ts';
import { blocks, markdownAddress, markdownLine, markdownWords } from './markdown.ts';
import { Picture } from './picture.tsx';
import { Lines } from './words.tsx';

/** Terms that readers must be told; our own and bought pictures need no note. */
const toldLicences: Licence[] = ['cc0', 'cc-by', 'cc-by-sa', 'quotation'];
const licenceNote = (licence: Licence, locale: Locale): string =>
  toldLicences.includes(licence) ? licenceLabel(licence, locale) : '';

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
  const licence = licenceNote(figure.licence, context.locale);
  const named = credit || creditUrl;
  const words = caption || named || licence;
  // Elsewhere nobody has our style, which gives each its line.
  const apart = context.form !== 'page';
  const picture = <Picture imageId={imageId} alt={decorative ? '' : alt} sizes={sizes} context={context} />;
  return (
    <figure className={classesOf(context, imageId)}>
      {picture}
      {words && (
        <figcaption>
          {caption && <Lines words={caption} />}
          {apart && caption && named && <br />}
          {named && <Credit credit={credit} creditUrl={creditUrl} locale={context.locale} />}
          {apart && (caption || named) && licence && (named ? ' · ' : <br />)}
          {licence && <small className="g-credit">{licence}</small>}
        </figcaption>
      )}
    </figure>
  );
}

/** In a gallery pictures share rows by their ratio, which CSS reads in tenths: a strict CSP allows no style here. */
function classesOf({ images, form }: RenderContext, imageId: string): string {
  const image = images[imageId];
  if (!image || form === 'feed') return 'g-figure';
  const tenths = Math.round((image.width / image.height) * 10);
  return `g-figure g-ratio-${Math.min(24, Math.max(5, tenths))}`;
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
    [source && `${creditWord[context.locale]}: ${source}`, licenceNote(figure.licence, context.locale)]
      .filter(Boolean)
      .join(' · '),
  ]);
}

export function figureToText(figure: Figure, { locale }: TextContext): string {
  const { alt, decorative, caption, credit, creditUrl } = figure;
  const source = [credit, creditUrl].filter(Boolean).join(' ');
  return [
    !decorative && alt ? `[${locale === 'ko' ? '사진' : 'Picture'}: ${alt}]` : '',
    caption,
    [source && `${creditWord[locale]}: ${source}`, licenceNote(figure.licence, locale)]
      .filter(Boolean)
      .join(' · '),
  ]
    .filter(Boolean)
    .join('\n');
}
