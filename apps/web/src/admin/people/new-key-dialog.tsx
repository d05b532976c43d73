import type { Scope } from '@gonggo/contract';
import { Checkbox, Field, Fieldset, momentOf, TextInput } from '@gonggo/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { same } from '../saving/same.ts';
import { client } from '../session/client.ts';
import { keys } from '../session/queries.ts';
import { CopyBox } from '../shell/copy-box.tsx';
import { FormDialog, ShownOnce } from '../shell/form-dialog.tsx';
import { useWords } from '../words/use-words.ts';
import { newId } from '../session/new-id.ts';

const blank = { name: '', scopes: ['published:read'] as Scope[], lastDay: '', halfDay: false };

/** Name, rights and end of a new key; then the key itself, once. */
export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const words = useWords();
  const { apiKeys, shell, common } = words;
  const queries = useQueryClient();
  const [name, setName] = useState(blank.name);
  const [scopes, setScopes] = useState(blank.scopes);
  const [lastDay, setLastDay] = useState(blank.lastDay);
  const [halfDay, setHalfDay] = useState(blank.halfDay);
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
  if (make.data?.secret) {
    return (
      <ShownOnce title={apiKeys.shownTitle} text={apiKeys.shownText} onClose={onClose}>
        <CopyBox label={apiKeys.secret} value={make.data.secret} />
      </ShownOnce>
    );
  }
  return (
    <FormDialog
      title={apiKeys.create}
      onClose={onClose}
      typed={!same({ name, scopes, lastDay, halfDay }, blank)}
      verb={common.create}
      ready={name.trim() !== '' && scopes.length > 0 && !halfDay}
      work={make}
      size="small"
    >
      {(tried) => (
        <>
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
        </>
      )}
    </FormDialog>
  );
}
