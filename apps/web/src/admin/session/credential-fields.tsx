import { Field, TextInput } from '@gonggo/ui';
import { useWords } from '../words/use-words.ts';

interface CredentialProps {
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
}

/** One's present password, asked for again by somebody who is signed in. */
export function PasswordField({
  value,
  onChange,
  error,
  autoFocus = false,
}: CredentialProps & { autoFocus?: boolean }) {
  const { me } = useWords();
  return (
    <Field label={me.passwordCurrent} error={error}>
      <TextInput
        type="password"
        autoComplete="current-password"
        value={value}
        autoFocus={autoFocus}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </Field>
  );
}

/** The authenticator's code, or a recovery code in its place. */
export function CodeField({ value, onChange, error }: CredentialProps) {
  const { entry } = useWords();
  return (
    <Field label={entry.code} hint={entry.codeHint} error={error}>
      <TextInput
        inputMode="numeric"
        autoComplete="one-time-code"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </Field>
  );
}
