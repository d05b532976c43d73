import { Field, TextInput } from '@gonggo/ui';
import { useWords } from '../words/use-words.ts';

/** Empty, or `#` and six digits. */
export const isAccent = (value: string) => value === '' || /^#[0-9a-f]{6}$/i.test(value);

interface Props {
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** The company's colour: typed, or chosen from the browser's palette. */
export function AccentField({ value, error, onChange }: Props) {
  const { settings } = useWords();
  return (
    <div className="a-accent">
      <Field label={settings.accent} hint={settings.accentHint} error={error}>
        <TextInput
          value={value}
          maxLength={7}
          onChange={(event) => onChange(event.currentTarget.value.trim())}
        />
      </Field>
      <input
        type="color"
        aria-label={settings.accentPick}
        value={/^#[0-9a-f]{6}$/i.test(value) ? value.toLowerCase() : '#c03a2b'}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}
