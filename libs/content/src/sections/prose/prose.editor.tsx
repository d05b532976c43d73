import { RichTextField } from '../../rich-text/editor/rich-text-field.tsx';
import type { ProseContent } from '../contents.ts';
import { IntroField } from '../editor/intro-field.tsx';
import type { FormProps } from '../editor/props.ts';
import { formWords } from '../editor/words.ts';

export function ProseForm({
  content,
  onChange,
  images,
  locale,
  textLocale,
  disabled,
}: FormProps<ProseContent>) {
  const words = formWords(locale);
  return (
    <>
      <IntroField content={content} onChange={onChange} locale={locale} disabled={disabled} />
      <RichTextField
        label={words.body}
        value={content.body}
        images={images}
        locale={locale}
        textLocale={textLocale}
        disabled={disabled}
        onChange={(body) => onChange({ ...content, body })}
      />
    </>
  );
}
