import { Button, Field, Notice, TextInput, useToast } from '@gonggo/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { client } from '../session/client.ts';
import { useMe } from '../session/me.ts';
import { isProblem, problemText } from '../session/problem-text.ts';
import { keys } from '../session/queries.ts';
import { useWords } from '../words/use-words.ts';

export function PasswordForm() {
  const words = useWords();
  const text = words.me;
  const { email } = useMe();
  const queries = useQueryClient();
  const toast = useToast();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [tried, setTried] = useState(false);
  const tooShort = [...next].length < 10;
  const change = useMutation({
    mutationFn: () => client.me.changePassword({ current, next }),
    onSuccess: () => {
      setCurrent('');
      setNext('');
      setTried(false);
      void queries.invalidateQueries({ queryKey: keys.sessions });
      toast.show({ text: text.passwordDone });
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (current && !tooShort && !change.isPending) change.mutate();
  }
  const wrong = isProblem(change.error, 'wrong-credentials');
  return (
    <section className="a-panel" aria-labelledby="me-password">
      <h2 id="me-password">{text.password}</h2>
      <form className="a-form" onSubmit={submit} noValidate>
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <Field
          label={text.passwordCurrent}
          error={wrong ? text.passwordWrong : tried && !current ? words.common.required : undefined}
        >
          <TextInput
            type="password"
            autoComplete="current-password"
            value={current}
            onChange={(event) => {
              setCurrent(event.currentTarget.value);
              if (wrong) change.reset();
            }}
          />
        </Field>
        <Field
          label={text.passwordNext}
          hint={text.passwordHint}
          error={tried && tooShort ? text.passwordShort : undefined}
        >
          <TextInput
            type="password"
            autoComplete="new-password"
            value={next}
            onChange={(event) => setNext(event.currentTarget.value)}
          />
        </Field>
        {change.error && !wrong && (
          <Notice tone="danger" role="alert">
            <p>{problemText(change.error, words)}</p>
          </Notice>
        )}
        <Button type="submit" className="a-start" busy={change.isPending}>
          {text.passwordSubmit}
        </Button>
      </form>
    </section>
  );
}
