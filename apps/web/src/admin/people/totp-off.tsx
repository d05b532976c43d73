import { Field, TextInput, useToast } from '@gonggo/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../session/client.ts';
import { isProblem } from '../session/problem-text.ts';
import { keys } from '../session/queries.ts';
import { Confirm } from '../shell/confirm.tsx';
import { useWords } from '../words/use-words.ts';

export function TotpOff({ onClose }: { onClose: () => void }) {
  const { me: text } = useWords();
  const queries = useQueryClient();
  const toast = useToast();
  const [password, setPassword] = useState('');
  return (
    <Confirm
      open
      onClose={onClose}
      title={text.totp}
      text={text.totpPassword}
      verb={text.totpEnd}
      work={() => client.me.removeTotp({ password })}
      explain={(error) => (isProblem(error, 'wrong-credentials') ? text.passwordWrong : undefined)}
      onDone={() => {
        void queries.invalidateQueries({ queryKey: keys.me });
        toast.show({ text: text.totpEnded });
      }}
    >
      <Field label={text.passwordCurrent}>
        <TextInput
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
      </Field>
    </Confirm>
  );
}
