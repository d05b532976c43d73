'use client';

import { ApiProblem } from '@gonggo/contract/client';
import { Button, buttonClass, Field, Notice, TextInput } from '@gonggo/ui';
import Link from 'next/link';
import { useState, useSyncExternalStore, type FormEvent } from 'react';
import { EntryFrame } from '../shell/entry-frame.tsx';
import { useWords } from '../words/use-words.ts';
import { client } from './client.ts';
import { problemText } from './problem-text.ts';

/** The token stands behind `#`, which browsers never send anywhere. */
const tokenOfAddress = (): string => window.location.hash.slice(1);

export function InvitationScreen() {
  const words = useWords();
  const { invitation } = words.entry;
  const token = useSyncExternalStore(
    () => () => undefined,
    tokenOfAddress,
    () => null,
  );
  const [password, setPassword] = useState('');
  const [state, setState] = useState<'open' | 'busy' | 'done'>('open');
  const [problem, setProblem] = useState<unknown>(null);
  const [tried, setTried] = useState(false);
  const tooShort = [...password].length < 10;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (tooShort || !token || state === 'busy') return;
    setState('busy');
    setProblem(null);
    try {
      await client.accounts.acceptInvitation({ token, password });
      setState('done');
    } catch (error) {
      setProblem(error);
      setState('open');
    }
  }

  if (state === 'done') {
    return (
      <EntryFrame title={invitation.done} lead={invitation.doneText}>
        <Link className={buttonClass('strong', 'large')} href="/admin/sign-in">
          {invitation.toSignIn}
        </Link>
      </EntryFrame>
    );
  }
  const outdated = problem instanceof ApiProblem && problem.status < 429;
  return (
    <EntryFrame title={invitation.title} lead={invitation.lead}>
      <form className="a-entry-form" onSubmit={submit} noValidate>
        {token === '' && <Notice tone="danger">{invitation.missing}</Notice>}
        {problem !== null && (
          <Notice tone="danger" role="alert">
            {outdated ? invitation.invalid : problemText(problem, words)}
          </Notice>
        )}
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
        <Button type="submit" look="strong" size="large" busy={state === 'busy'} disabled={token === ''}>
          {invitation.submit}
        </Button>
      </form>
    </EntryFrame>
  );
}
