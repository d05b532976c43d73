import { RichTextField } from '../../rich-text/editor/rich-text-field.tsx';
import type { ProseContent } from '../contents.ts';
import { ProseField } from '../editor/fields.tsx';
import type { FormProps } from '../editor/props.ts';
import { formWords } from '../editor/words.ts';
import { lengths } from '../lengths.ts';

export function ProseForm({ content, onChange, images, locale, disabled }: FormProps<ProseContent>) {
  const words = formWords(locale);
  return (
    <>
      <ProseField
        label={words.intro}
        hint={words.introHint}
        value={content.intro}
        max={lengths.intro}
        disabled={disabled}
        onChange={(intro) => onChange({ ...content, intro })}
      />
      <RichTextField
        label={words.body}
        value={content.body}
        images={images}
        locale={locale}
        disabled={disabled}
        onChange={(body) => onChange({ ...content, body })}
      />
    </>
  );
}
