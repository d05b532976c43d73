import { lengths } from '../lengths.ts';
import { ProseField } from './fields.tsx';
import type { FormProps } from './props.ts';
import { formWords } from './words.ts';

/** The lead-in that most kinds have before what they are about. */
export function IntroField<Content extends { intro: string }>({
  content,
  onChange,
  locale,
  disabled,
}: Pick<FormProps<Content>, 'content' | 'onChange' | 'locale' | 'disabled'>) {
  const words = formWords(locale);
  return (
    <ProseField
      className="s-lead"
      label={words.intro}
      hint={words.introHint}
      value={content.intro}
      max={lengths.intro}
      disabled={disabled}
      onChange={(intro) => onChange({ ...content, intro })}
    />
  );
}
