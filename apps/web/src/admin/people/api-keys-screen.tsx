'use client';

import type { ApiKey } from '@gonggo/contract';
import { Badge, Button, EmptyState, useToast } from '@gonggo/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { client } from '../session/client.ts';
import { ago, dayOf } from '../session/dates.ts';
import { keys } from '../session/queries.ts';
import { Confirm } from '../shell/confirm.tsx';
import { Loaded, Screen } from '../shell/screen.tsx';
import { useWords } from '../words/use-words.ts';
import { NewKeyDialog } from './new-key-dialog.tsx';

/** Keys for programs. */
export function ApiKeysScreen() {
  const { apiKeys } = useWords();
  const queries = useQueryClient();
  const toast = useToast();
  const list = useQuery({ queryKey: keys.apiKeys, queryFn: client.apiKeys.list });
  const [creating, setCreating] = useState(false);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const create = (
    <Button look="strong" icon={<KeyRound />} onClick={() => setCreating(true)}>
      {apiKeys.create}
    </Button>
  );
  return (
    <Screen title={apiKeys.title} lead={apiKeys.lead} actions={create}>
      <Loaded query={list}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState title={apiKeys.empty.title}>
              <p>{apiKeys.empty.text}</p>
            </EmptyState>
          ) : (
            <ul className="a-list" aria-label={apiKeys.title}>
              {data.map((key) => (
                <KeyRow key={key.id} apiKey={key} onRevoke={() => setRevoking(key)} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {creating && <NewKeyDialog onClose={() => setCreating(false)} />}
      <Confirm
        open={revoking !== null}
        onClose={() => setRevoking(null)}
        title={apiKeys.revokeTitle(revoking?.name ?? '')}
        text={apiKeys.revokeText}
        verb={apiKeys.revoke}
        work={() => client.apiKeys.revoke(revoking?.id ?? '')}
        onDone={() => {
          void queries.invalidateQueries({ queryKey: keys.apiKeys });
          toast.show({ text: apiKeys.revoked });
        }}
      />
    </Screen>
  );
}

function KeyRow({
  apiKey: { name, prefix, scopes, usedAt, expiresAt, createdBy, stopped },
  onRevoke,
}: {
  apiKey: ApiKey;
  onRevoke: () => void;
}) {
  const { apiKeys, shell, language } = useWords();
  const [now] = useState(() => Date.now());
  const expired = expiresAt !== null && Date.parse(expiresAt) <= now;
  return (
    <li className="a-row a-key-row">
      <div className="a-row-main">
        <strong>{name}</strong>
        <span className="a-quiet">
          <code>{prefix}…</code>
          {scopes.map((scope) => (
            <span key={scope}>
              {' · '}
              {shell.scopes[scope]} <code>{scope}</code>
            </span>
          ))}
        </span>
        {createdBy && <span className="a-quiet">{apiKeys.madeBy(createdBy.name)}</span>}
      </div>
      <span className="a-row-marks">
        {stopped && <Badge tone="danger">{apiKeys.stopped}</Badge>}
        {expired && <Badge tone="danger">{apiKeys.expired}</Badge>}
        <span className="a-quiet">
          {expiresAt ? apiKeys.expiresOn(dayOf(expiresAt, language)) : apiKeys.noExpiry}
        </span>
      </span>
      <span className="a-quiet">{usedAt ? apiKeys.used(ago(usedAt, language)) : apiKeys.neverUsed}</span>
      <Button size="small" look="quiet" aria-label={`${apiKeys.revoke}: ${name}`} onClick={onRevoke}>
        {apiKeys.revoke}
      </Button>
    </li>
  );
}
