'use client';

import type { Account, Invitation } from '@gonggo/contract';
import { Badge, Button, Select, StateMark, useToast } from '@gonggo/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { client } from '../session/client.ts';
import { ago } from '../session/dates.ts';
import { useMe } from '../session/me.ts';
import { problemText } from '../session/problem-text.ts';
import { keys } from '../session/queries.ts';
import { Confirm } from '../shell/confirm.tsx';
import { Loaded, Screen } from '../shell/screen.tsx';
import { useWords } from '../words/use-words.ts';
import { InvitationDialog, InviteDialog } from './invite-dialog.tsx';
import { roleOptions } from './roles.ts';

/** Who writes here, and what each may do. */
export function AccountsScreen() {
  const { accounts } = useWords();
  const list = useQuery({ queryKey: keys.accounts, queryFn: client.accounts.list });
  const [inviting, setInviting] = useState(false);
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  return (
    <Screen
      title={accounts.title}
      lead={accounts.lead}
      actions={
        <Button look="strong" icon={<UserPlus />} onClick={() => setInviting(true)}>
          {accounts.invite}
        </Button>
      }
    >
      <Loaded query={list}>
        {({ data }) => (
          <ul className="a-list" aria-label={accounts.title}>
            {data.map((account) => (
              <AccountRow key={account.id} account={account} onInvitation={setInvitation} />
            ))}
          </ul>
        )}
      </Loaded>
      {inviting && <InviteDialog onClose={() => setInviting(false)} onInvitation={setInvitation} />}
      {invitation && <InvitationDialog invitation={invitation} onClose={() => setInvitation(null)} />}
    </Screen>
  );
}

function AccountRow({
  account,
  onInvitation,
}: {
  account: Account;
  onInvitation: (invitation: Invitation) => void;
}) {
  const words = useWords();
  const { accounts } = words;
  const isMe = useMe().id === account.id;
  const queries = useQueryClient();
  const toast = useToast();
  const [locking, setLocking] = useState(false);
  const { id, name, email, byline, role, locked, pending, totp, seenAt, signInDelayedUntil } = account;
  const reload = () => queries.invalidateQueries({ queryKey: keys.accounts });
  const fail = (error: unknown) => toast.show({ text: problemText(error, words), tone: 'danger' });
  const change = useMutation({
    mutationFn: (body: Parameters<typeof client.accounts.change>[1]) => client.accounts.change(id, body),
    onSuccess: () => toast.show({ text: accounts.changed }),
    onError: fail,
    onSettled: reload,
  });
  const invite = useMutation({
    mutationFn: () => client.accounts.invite(id),
    onSuccess: onInvitation,
    onError: fail,
  });
  const lift = useMutation({
    mutationFn: () => client.accounts.liftDelay(id),
    onSuccess: () => toast.show({ text: accounts.delayLifted }),
    onError: fail,
    onSettled: reload,
  });
  return (
    <li className="a-row a-account-row">
      <div className="a-row-main">
        <strong>
          {name} {isMe && <span className="a-quiet">({accounts.you})</span>}
        </strong>
        <span className="a-quiet">{[byline, email].filter(Boolean).join(' · ')}</span>
      </div>
      <span className="a-row-marks">
        {locked && <StateMark tone="danger">{accounts.locked}</StateMark>}
        {signInDelayedUntil && <Badge tone="warn">{accounts.delayed}</Badge>}
        {pending && <Badge tone="warn">{accounts.pending}</Badge>}
        {totp && <Badge tone="ok">{accounts.totp}</Badge>}
      </span>
      <span className="a-quiet">{seenAt ? accounts.seen(ago(seenAt, words.language)) : accounts.never}</span>
      <Select
        aria-label={accounts.roleOf(name)}
        className="a-role"
        value={role}
        disabled={isMe || change.isPending}
        options={roleOptions(words)}
        onSelect={(next) => change.mutate({ role: next })}
      />
      <span className="a-actions">
        {signInDelayedUntil && (
          <Button size="small" busy={lift.isPending} onClick={() => lift.mutate()}>
            {accounts.liftDelay}
          </Button>
        )}
        {!isMe && (
          <>
            <Button size="small" busy={invite.isPending} onClick={() => invite.mutate()}>
              {pending ? accounts.makeLink : accounts.resetLink}
            </Button>
            {locked ? (
              <Button size="small" onClick={() => change.mutate({ locked: false })}>
                {accounts.unlock}
              </Button>
            ) : (
              <Button size="small" look="quiet" onClick={() => setLocking(true)}>
                {accounts.lock}
              </Button>
            )}
          </>
        )}
      </span>
      <Confirm
        open={locking}
        onClose={() => setLocking(false)}
        title={accounts.lockTitle(name)}
        text={accounts.lockText}
        verb={accounts.lock}
        work={() => client.accounts.change(id, { locked: true })}
        onDone={() => void reload()}
      />
    </li>
  );
}
