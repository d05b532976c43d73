import type { Scope } from '@gonggo/contract';
import { Button, Checkbox, Dialog, Field, Fieldset, momentOf, Notice, TextInput } from '@gonggo/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { client } from '../session/client.ts';
import { problemText } from '../session/problem-text.ts';
import { keys } from '../session/queries.ts';
import { CopyBox } from '../shell/copy-box.tsx';
import { useWords } from '../words/use-words.ts';
import { newId } from '../session/new-id.ts';

/** Name, rights and end of a new key; then the key itself, once. */
export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const words = useWords();
  const { apiKeys, shell, common } = words;
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<Scope[]>(['published:read']);
  const [lastDay, setLastDay] = useState('');
  const [halfDay, setHalfDay] = useState(false);
  const [tried, setTried] = useState(false);
  const make = useMutation({
    mutationFn: () => {
      const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
      const expiresAt = lastDay ? momentOf(`${lastDay}T23:59`, zone) : null;
      return client.apiKeys.add({ name: name.trim(), scopes, expiresAt }, { idempotencyKey: newId() });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.apiKeys }),
  });
  // A browser tells nothing of half a date: without this, the key would never end.
  function tellDay(input: HTMLInputElement) {
    setLastDay(input.value);
    setHalfDay(input.validity.badInput);
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (name.trim() && scopes.length && !halfDay && !make.isPending) make.mutate();
  }
  if (make.data?.secret) {
    return (
      <Dialog
        open
        onClose={onClose}
        title={apiKeys.shownTitle}
        description={apiKeys.shownText}
        closeLabel={common.close}
        size="small"
        stay
        footer={
          <Button look="strong" onClick={onClose}>
            {common.done}
          </Button>
        }
      >
        <CopyBox label={apiKeys.secret} value={make.data.secret} />
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={apiKeys.create}
      closeLabel={common.close}
      size="small"
      stay={name !== ''}
    >
      <form className="a-form" onSubmit={submit} noValidate>
        <Field
          label={apiKeys.name}
          hint={apiKeys.nameHint}
          required
          error={tried && !name.trim() ? common.required : undefined}
        >
          <TextInput value={name} maxLength={80} onChange={(event) => setName(event.currentTarget.value)} />
        </Field>
        <Fieldset legend={apiKeys.scopes} error={tried && !scopes.length ? apiKeys.needScope : undefined}>
          {(Object.keys(shell.scopes) as Scope[]).map((scope) => (
            <Checkbox
              key={scope}
              label={
                <>
                  {shell.scopes[scope]} <code>{scope}</code>
                </>
              }
              checked={scopes.includes(scope)}
              onCheck={(checked) =>
                setScopes(checked ? [...scopes, scope] : scopes.filter((one) => one !== scope))
              }
            />
          ))}
        </Fieldset>
        <Field
          label={apiKeys.expires}
          hint={apiKeys.expiresHint}
          error={halfDay ? apiKeys.expiresHalf : undefined}
        >
          <TextInput
            type="date"
            value={lastDay}
            onChange={(event) => tellDay(event.currentTarget)}
            onBlur={(event) => tellDay(event.currentTarget)}
          />
        </Field>
        {make.error && (
          <Notice tone="danger" role="alert">
            <p>{problemText(make.error, words)}</p>
          </Notice>
        )}
        <div className="a-actions a-end">
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" look="strong" busy={make.isPending}>
            {common.create}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
