import { Field, Select, TextArea, TextInput, type SelectOption } from '@gonggo/ui';
import { useState, type ReactNode } from 'react';
import { asWebAddress } from '../../values.ts';
import { useHeldText, useTextBefore } from './held-texts.tsx';

interface TextFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  max: number;
  hint?: ReactNode;
  /** `s-lead` marks what may be left out: the caret starts after it. `s-needed`: what an item is incomplete without. */
  className?: string;
  disabled: boolean;
}

/** One line of text. */
export function LineField({ label, value, onChange, max, hint, className, disabled }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} className={className}>
      <TextInput
        value={value}
        maxLength={max}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </Field>
  );
}

/** Text with line breaks. */
export function ProseField({ label, value, onChange, max, hint, className, disabled }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} className={className}>
      <TextArea
        value={value}
        maxLength={max}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </Field>
  );
}

/** A day. Clearing it keeps the last one: a fact without its day is not one. */
export function DayField({ label, value, onChange, hint, disabled }: Omit<TextFieldProps, 'max'>) {
  return (
    <Field label={label} hint={hint}>
      <TextInput
        type="date"
        required
        value={value}
        disabled={disabled}
        onChange={(event) => event.currentTarget.value && onChange(event.currentTarget.value)}
      />
    </Field>
  );
}

interface AddressFieldProps extends Omit<TextFieldProps, 'max'> {
  /** Of the field, where there is more than one address in its item. */
  name?: string;
  mail?: boolean;
  wrong: string;
}

/** An address, told onward only while it is one; what is being typed stays in the field. */
export function AddressField({
  name = 'url',
  label,
  value,
  onChange,
  hint,
  mail = false,
  wrong,
  disabled,
}: AddressFieldProps) {
  const [typed, setTyped] = useState(useTextBefore(name));
  const shown = typed ?? value;
  const fine = shown.trim() === '' || asWebAddress(shown, mail) !== null;
  useHeldText(name, fine ? null : shown);
  return (
    <Field label={label} hint={hint} error={!fine && wrong}>
      <TextInput
        type="url"
        inputMode={mail ? 'email' : 'url'}
        value={shown}
        maxLength={2000}
        disabled={disabled}
        onBlur={() => fine && setTyped(null)}
        onChange={(event) => {
          const next = event.currentTarget.value;
          const address = next.trim() === '' ? '' : asWebAddress(next, mail);
          setTyped(next);
          if (address !== null) onChange(address);
        }}
      />
    </Field>
  );
}

interface ChoiceFieldProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly SelectOption<Value>[];
  onChange: (value: Value) => void;
  disabled: boolean;
}

/** One of a few. */
export function ChoiceField<Value extends string>({
  label,
  value,
  options,
  onChange,
  disabled,
}: ChoiceFieldProps<Value>) {
  return (
    <Field label={label}>
      <Select value={value} options={options} onSelect={onChange} disabled={disabled} />
    </Field>
  );
}
