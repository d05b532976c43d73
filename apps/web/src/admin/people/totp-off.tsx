import { useToast } from '@gonggo/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../session/client.ts';
import { CodeField, PasswordField } from '../session/credential-fields.tsx';
import { isProblem } from '../session/problem-text.ts';
import { keys } from '../session/queries.ts';
import { Confirm } from '../shell/confirm.tsx';
import { useWords } from '../words/use-words.ts';

export function TotpOff({ onClose }: { onClose: () => void }) {
  const { me: text, entry } = useWords();
  const queries = useQueryClient();
  const toast = useToast();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  return (
    <Confirm
      open
      onClose={onClose}
      title={text.totp}
      text={text.totpPassword}
      verb={text.totpEnd}
      work={() => client.me.removeTotp({ password, code: code.replace(/\s/g, '') })}
      explain={(error) => {
        if (isProblem(error, 'code-required')) return entry.needCode;
        if (!isProblem(error, 'wrong-credentials')) return undefined;
        return error.status === 401 ? entry.codeWrong : text.passwordWrong;
      }}
      onDone={() => {
        void queries.invalidateQueries({ queryKey: keys.me });
        toast.show({ text: text.totpEnded });
      }}
    >
      <PasswordField value={password} onChange={setPassword} />
      <CodeField value={code} onChange={setCode} />
    </Confirm>
  );
}
