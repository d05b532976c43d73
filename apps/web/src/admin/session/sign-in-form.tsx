'use client';

import type { Me } from '@gonggo/contract';
import { ApiProblem } from '@gonggo/contract/client';
import { Button, Field, Notice, TextInput } from '@gonggo/ui';
import { useRef, useState, type FormEvent } from 'react';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/ko.ts';
import { client } from './client.ts';
import { isProblem, problemText } from './problem-text.ts';

type Step = 'password' | 'code';

/** Email and password, then the authenticator's code where the account asks for one. */
export function SignInForm({ email: given, onSignedIn }: { email?: string; onSignedIn: (me: Me) => void }) {
  const words = useWords();
  const { entry } = words;
  const [step, setStep] = useState<Step>('password');
  const [email, setEmail] = useState(given ?? '');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [tried, setTried] = useState(false);
  const codeField = useRef<HTMLInputElement>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (busy || !email || !password || (step === 'code' && !code)) return;
    setBusy(true);
    setProblem(null);
    try {
      const trimmed = code.replace(/\s/g, '');
      onSignedIn(
        await client.sessions.signIn({
          email: email.trim(),
          password,
          ...(step === 'code' ? { code: trimmed } : {}),
        }),
      );
    } catch (error) {
      if (isProblem(error, 'code-required') && step === 'password') {
        setStep('code');
        setTried(false);
      } else {
        setProblem(error);
        codeField.current?.focus();
        codeField.current?.select(); // a wrong code is typed over
      }
    } finally {
      setBusy(false);
    }
  }

  return (
    <form className="a-entry-form" onSubmit={submit} noValidate>
      {problem !== null && (
        <Notice tone="danger" role="alert">
          {signInProblem(problem, step, words)}
        </Notice>
      )}
      {step === 'password' ? (
        <>
          <Field label={entry.email} error={tried && !email ? entry.needEmail : undefined}>
            <TextInput
              type="email"
              name="email"
              autoComplete="username"
              value={email}
              readOnly={given !== undefined}
              autoFocus={given === undefined}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
          </Field>
          <Field label={entry.password} error={tried && !password ? entry.needPassword : undefined}>
            <TextInput
              type="password"
              name="password"
              autoComplete="current-password"
              value={password}
              autoFocus={given !== undefined}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
          </Field>
        </>
      ) : (
        <Field label={entry.code} hint={entry.codeHint} error={tried && !code ? entry.needCode : undefined}>
          <TextInput
            ref={codeField}
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            autoFocus
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        </Field>
      )}
      <Button type="submit" look="strong" size="large" busy={busy}>
        {entry.submit}
      </Button>
      {step === 'code' && given === undefined && (
        <Button
          look="quiet"
          onClick={() => {
            setStep('password');
            setCode('');
            setPassword('');
            setProblem(null);
            setTried(false);
          }}
        >
          {entry.otherAccount}
        </Button>
      )}
    </form>
  );
}

function signInProblem(error: unknown, step: Step, words: Words): string {
  const { entry } = words;
  if (isProblem(error, 'too-many-requests')) return entry.tooMany(waitOf(error, words));
  if (step === 'code' && (isProblem(error, 'wrong-credentials') || isProblem(error, 'code-required')))
    return entry.codeWrong;
  if (isProblem(error, 'wrong-credentials')) return entry.wrong;
  return problemText(error, words);
}

function waitOf({ retryAfter }: ApiProblem, { entry }: Words): string {
  if (retryAfter === null) return entry.aWhile;
  return retryAfter < 90
    ? entry.seconds(Math.max(1, Math.ceil(retryAfter)))
    : entry.minutes(Math.ceil(retryAfter / 60));
}
