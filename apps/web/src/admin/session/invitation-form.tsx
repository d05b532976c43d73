import { ApiProblem } from '@gonggo/contract/client';
import { Button, Field, Notice, TextInput } from '@gonggo/ui';
import { useState, type FormEvent } from 'react';
import { useWords } from '../words/use-words.ts';
import { client } from './client.ts';
import { problemText } from './problem-text.ts';

/** The password of the account that an invitation is for. */
export function InvitationForm({
  token,
  email,
  onDone,
}: {
  token: string;
  email: string;
  onDone: () => void;
}) {
  const words = useWords();
  const { invitation } = words.entry;
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [tried, setTried] = useState(false);
  const tooShort = [...password].length < 10;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (tooShort || busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await client.accounts.acceptInvitation({ token, password });
      onDone();
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  }

  const spent = problem instanceof ApiProblem && problem.status === 403;
  return (
    <form className="a-entry-form" onSubmit={submit} noValidate>
      {problem !== null && (
        <Notice tone="danger" role="alert">
          {spent ? invitation.invalid : problemText(problem, words)}
        </Notice>
      )}
      {/* Read-only, not text alone: so that what keeps passwords keeps this one under the right name. */}
      <Field label={words.entry.email}>
        <TextInput type="email" name="email" autoComplete="username" value={email} readOnly />
      </Field>
      <Field
        label={invitation.password}
        hint={invitation.hint}
        error={tried && tooShort ? invitation.tooShort : undefined}
      >
        <TextInput
          type="password"
          name="new-password"
          autoComplete="new-password"
          value={password}
          autoFocus
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
      </Field>
      <Button type="submit" look="strong" size="large" busy={busy}>
        {invitation.submit}
      </Button>
    </form>
  );
}
