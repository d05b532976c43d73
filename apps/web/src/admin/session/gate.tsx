'use client';

import { ApiProblem } from '@gonggo/contract/client';
import { Button, Dialog, EmptyState, Skeleton } from '@gonggo/ui';
import { useQueryClient } from '@tanstack/react-query';
import { usePathname, useRouter } from 'next/navigation';
import { useEffect, useSyncExternalStore, type ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';
import { ConfirmationDialog } from './confirmation-dialog.tsx';
import { MeContext, useMeQuery } from './me.ts';
import { followAccount } from './preference.ts';
import { problemText } from './problem-text.ts';
import { keys } from './queries.ts';
import { SignInForm } from './sign-in-form.tsx';
import { signedOut } from './signed-out.ts';

/** Lets in who is signed in; everybody else goes to the sign-in and comes back here afterwards. */
export function Gate({ children }: { children: ReactNode }) {
  const words = useWords();
  const router = useRouter();
  const path = usePathname();
  const { data: me, error, refetch } = useMeQuery();
  const refused = error instanceof ApiProblem && error.status === 401 && !me;

  useEffect(() => {
    if (refused) router.replace(`/admin/sign-in?next=${encodeURIComponent(path)}`);
  }, [refused, path, router]);
  useEffect(() => {
    if (me) followAccount(me);
  }, [me]);

  if (me) {
    return (
      <MeContext value={me}>
        {children}
        <SignInAgain email={me.email} />
        <ConfirmationDialog />
      </MeContext>
    );
  }
  return (
    <main className="a-alone">
      {error && !refused ? (
        <EmptyState
          title={words.common.loadFailed}
          action={<Button onClick={() => void refetch()}>{words.common.retry}</Button>}
        >
          <p>{problemText(error, words)}</p>
        </EmptyState>
      ) : (
        <Skeleton label={words.common.loading} lines={5} />
      )}
    </main>
  );
}

/** The session ended while somebody was writing: signs in over the page, which keeps every word. */
function SignInAgain({ email }: { email: string }) {
  const words = useWords();
  const queries = useQueryClient();
  const over = useSyncExternalStore(signedOut.subscribe, signedOut.get, () => false);
  return (
    <Dialog
      open={over}
      onClose={() => signedOut.set(false)}
      title={words.entry.againTitle}
      description={words.entry.againText}
      closeLabel={words.common.close}
      size="small"
      stay
    >
      <SignInForm
        email={email}
        onSignedIn={(me) => {
          queries.setQueryData(keys.me, me);
          signedOut.set(false);
          void queries.invalidateQueries();
        }}
      />
    </Dialog>
  );
}
