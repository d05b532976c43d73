import { Checkbox } from '@gonggo/ui';
import { kindLabel } from '../../labels.ts';
import type { ApplyContent } from '../contents.ts';
import { AddressField, LineField, ProseField } from '../editor/fields.tsx';
import type { FormProps } from '../editor/props.ts';
import { formWords } from '../editor/words.ts';
import { lengths } from '../lengths.ts';

export function ApplyForm({ content, onChange, locale, textLocale, disabled }: FormProps<ApplyContent>) {
  const words = formWords(locale);
  return (
    <>
      <LineField
        label={words.applyLabel}
        hint={words.applyLabelHint(kindLabel('apply', textLocale))}
        value={content.label}
        max={lengths.apply.label}
        disabled={disabled}
        onChange={(label) => onChange({ ...content, label })}
      />
      <ProseField
        label={words.applyNote}
        value={content.note}
        max={lengths.apply.note}
        disabled={disabled}
        onChange={(note) => onChange({ ...content, note })}
      />
      <AddressField
        label={words.applyUrl}
        hint={words.applyUrlHint}
        wrong={words.notAddressOrMail}
        mail
        value={content.url ?? ''}
        disabled={disabled}
        onChange={(url) => onChange({ ...content, url: url || null })}
      />
      <Checkbox
        label={words.sticky}
        checked={content.sticky}
        disabled={disabled}
        onCheck={(sticky) => onChange({ ...content, sticky })}
      />
    </>
  );
}
