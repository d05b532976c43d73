import type { QuoteContent } from '../contents.ts';
import { LineField, ProseField } from '../editor/fields.tsx';
import { PictureField } from '../editor/picture-field.tsx';
import type { FormProps } from '../editor/props.ts';
import { formWords } from '../editor/words.ts';
import { lengths } from '../lengths.ts';

export function QuoteForm({ content, onChange, images, locale, disabled }: FormProps<QuoteContent>) {
  const words = formWords(locale);
  return (
    <>
      <ProseField
        className="s-needed"
        label={words.quoteWords}
        value={content.words}
        max={lengths.quote.words}
        disabled={disabled}
        onChange={(said) => onChange({ ...content, words: said })}
      />
      <LineField
        label={words.quoteWho}
        value={content.who}
        max={lengths.quote.who}
        disabled={disabled}
        onChange={(who) => onChange({ ...content, who })}
      />
      <PictureField
        label={words.portrait}
        imageId={content.imageId}
        images={images}
        optional
        locale={locale}
        disabled={disabled}
        onChange={(picked) => onChange({ ...content, imageId: picked?.imageId ?? null })}
      />
    </>
  );
}
