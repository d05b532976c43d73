import type { TotpSetUp } from '@gonggo/contract';
import { Button, Dialog, Field, Notice, TextInput, useToast } from '@gonggo/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { client } from '../session/client.ts';
import { PasswordField } from '../session/credential-fields.tsx';
import { isProblem, problemText } from '../session/problem-text.ts';
import { keys } from '../session/queries.ts';
import { useCopy } from '../shell/copy-box.tsx';
import { useWords } from '../words/use-words.ts';
import { QrCode } from './qr-code.tsx';

/** Password, then the code to scan and its first digits, then the recovery codes. */
export function TotpSetUpDialog({ onClose }: { onClose: () => void }) {
  const words = useWords();
  const { me: text, common } = words;
  const queries = useQueryClient();
  const toast = useToast();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const begin = useMutation({ mutationFn: () => client.me.setUpTotp({ password }) });
  const confirm = useMutation({
    mutationFn: () => client.me.setUpTotp({ password, code: code.replace(/\s/g, '') }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: keys.sessions });
      toast.show({ text: text.totpDone });
    },
  });
  function finish() {
    if (confirm.data) void queries.invalidateQueries({ queryKey: keys.me });
    onClose();
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    if (begin.data && code && !confirm.isPending) confirm.mutate();
    else if (!begin.data && password && !begin.isPending) begin.mutate();
  }
  const recovery = confirm.data?.recoveryCodes;
  if (recovery) return <RecoveryCodes codes={recovery} onKept={finish} />;
  const error = confirm.error ?? begin.error;
  return (
    <Dialog open onClose={finish} title={text.totp} closeLabel={common.close} size="small" stay>
      <form className="a-form" onSubmit={submit} noValidate>
        {begin.data ? (
          <Scan setUp={begin.data} code={code} onCode={setCode} />
        ) : (
          <>
            <p className="a-quiet">{text.totpPassword}</p>
            <PasswordField value={password} onChange={setPassword} />
          </>
        )}
        {error && (
          <Notice tone="danger" role="alert">
            <p>
              {isProblem(error, 'wrong-credentials')
                ? text.passwordWrong
                : isProblem(error, 'bad-request')
                  ? text.totpWrong
                  : problemText(error, words)}
            </p>
          </Notice>
        )}
        <div className="a-actions a-end">
          <Button onClick={finish}>{common.cancel}</Button>
          <Button type="submit" look="strong" busy={begin.isPending || confirm.isPending}>
            {begin.data ? text.totpConfirm : text.next}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Scan({ setUp, code, onCode }: { setUp: TotpSetUp; code: string; onCode: (code: string) => void }) {
  const { me: text } = useWords();
  return (
    <>
      <p>{text.totpScan}</p>
      {setUp.uri && <QrCode text={setUp.uri} label={text.totpQr} />}
      <p className="a-quiet">{text.totpManual}</p>
      <code className="a-secret">{setUp.secret?.replace(/(.{4})/g, '$1 ').trim()}</code>
      <Field label={text.totpCode}>
        <TextInput
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={10}
          value={code}
          onChange={(event) => onCode(event.currentTarget.value)}
        />
      </Field>
    </>
  );
}

function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const { me: text, common } = useWords();
  const copy = useCopy();
  return (
    <Dialog
      open
      onClose={onKept}
      title={text.recoveryTitle}
      description={text.recoveryText}
      closeLabel={common.close}
      size="small"
      stay
      footer={
        <>
          <Button onClick={() => void copy(codes.join('\n'))}>{text.recoveryCopy}</Button>
          <Button look="strong" onClick={onKept}>
            {text.recoveryKept}
          </Button>
        </>
      }
    >
      <ul className="a-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
