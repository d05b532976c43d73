'use client';

import type { OpenInvitation } from '@gonggo/contract';
import { ApiProblem } from '@gonggo/contract/client';
import { Button, buttonClass, Notice, Skeleton } from '@gonggo/ui';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useState, useSyncExternalStore } from 'react';
import { EntryFrame } from '../shell/entry-frame.tsx';
import { useWords } from '../words/use-words.ts';
import { client } from './client.ts';
import { momentText } from './dates.ts';
import { InvitationForm } from './invitation-form.tsx';
import { problemText } from './problem-text.ts';

/** The token stands behind `#`, which browsers never send anywhere. */
const tokenOfAddress = (): string => window.location.hash.slice(1);
const onAnotherLink = (tell: () => void) => {
  window.addEventListener('hashchange', tell);
  return () => window.removeEventListener('hashchange', tell);
};

/** Says whom the link is for, and whether it still counts, before anything is typed. */
export function InvitationScreen() {
  const words = useWords();
  const { invitation } = words.entry;
  const token = useSyncExternalStore(onAnotherLink, tokenOfAddress, () => null);
  const [done, setDone] = useState('');
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => client.accounts.lookUpInvitation({ token: token ?? '' }),
    enabled: Boolean(token),
    staleTime: Infinity,
    gcTime: 0,
  });

  if (done && done === token) {
    return (
      <EntryFrame title={invitation.done} lead={invitation.doneText(data?.email ?? '')}>
        <Link className={buttonClass('strong', 'large')} href="/admin/sign-in">
          {invitation.toSignIn}
        </Link>
      </EntryFrame>
    );
  }
  if (data && token) {
    return (
      <EntryFrame title={invitation.title} lead={leadOf(data, invitation)}>
        <dl className="a-meta">
          <dt>{invitation.role}</dt>
          <dd>{words.shell.roles[data.role]}</dd>
          <dt>{invitation.validity}</dt>
          <dd>{invitation.until(momentText(data.expiresAt, words.language))}</dd>
        </dl>
        <InvitationForm key={token} token={token} email={data.email} onDone={() => setDone(token)} />
      </EntryFrame>
    );
  }
  if (token !== '' && !error) {
    return (
      <EntryFrame title={invitation.title} lead={invitation.checking}>
        <Skeleton label={invitation.checking} lines={3} />
      </EntryFrame>
    );
  }
  const final = token === '' || (error instanceof ApiProblem && error.status < 429);
  return (
    <EntryFrame
      title={final ? invitation.unusable : words.common.loadFailed}
      lead={final ? invitation.unusableText : problemText(error, words)}
    >
      {final ? (
        <>
          <Notice tone="danger" role="alert">
            {token === '' ? invitation.missing : invitation.invalid}
          </Notice>
          <Link className={buttonClass('plain', 'large')} href="/admin/sign-in">
            {invitation.toSignIn}
          </Link>
        </>
      ) : (
        <Button size="large" busy={isFetching} onClick={() => void refetch()}>
          {words.common.retry}
        </Button>
      )}
    </EntryFrame>
  );
}

type InvitationWords = ReturnType<typeof useWords>['entry']['invitation'];

const leadOf = ({ siteName, invitedBy, reset }: OpenInvitation, words: InvitationWords): string =>
  reset ? words.reset(siteName) : invitedBy ? words.invitedBy(invitedBy, siteName) : words.invited(siteName);
