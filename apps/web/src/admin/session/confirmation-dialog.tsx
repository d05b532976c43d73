import { useMutation } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { FormDialog } from '../shell/form-dialog.tsx';
import { useWords } from '../words/use-words.ts';
import { client } from './client.ts';
import { confirmation } from './confirmation.ts';
import { CodeField, PasswordField } from './credential-fields.tsx';
import { useMe } from './me.ts';
import { isProblem } from './problem-text.ts';

/** Opens over any screen when the API wants the password (and the code) once more. */
export function ConfirmationDialog() {
  const asked = useSyncExternalStore(confirmation.subscribe, confirmation.isAsked, () => false);
  return asked ? <Form /> : null;
}

function Form() {
  const { entry } = useWords();
  const { totp } = useMe();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const work = useMutation({
    mutationFn: () =>
      client.sessions.confirm({ password, ...(code ? { code: code.replace(/\s/g, '') } : {}) }),
    onSuccess: () => confirmation.answer(true),
  });
  const { error } = work;
  const refused = isProblem(error, 'wrong-credentials') ? error.status : null;
  const wrong = (tried: boolean) => {
    if (tried && !password) return entry.needPassword;
    return refused === 403 ? entry.wrongPassword : undefined;
  };
  const wrongCode = (tried: boolean) => {
    if (tried && !code) return entry.needCode;
    return refused === 401 ? entry.codeWrong : undefined;
  };
  return (
    <FormDialog
      title={entry.confirmTitle}
      onClose={() => confirmation.answer(false)}
      typed={password !== ''}
      verb={entry.confirm}
      ready={password !== '' && (!totp || code !== '')}
      work={{ mutate: () => work.mutate(), isPending: work.isPending, error }}
      saidByField={refused === 403 || (refused === 401 && totp)}
      size="small"
    >
      {(tried) => (
        <>
          <p>{entry.confirmText}</p>
          <PasswordField value={password} onChange={setPassword} error={wrong(tried)} autoFocus />
          {totp && <CodeField value={code} onChange={setCode} error={wrongCode(tried)} />}
        </>
      )}
    </FormDialog>
  );
}
