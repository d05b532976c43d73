'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearchParams } from 'next/navigation';
import { EntryFrame } from '../shell/entry-frame.tsx';
import { useWords } from '../words/use-words.ts';
import { keys } from './queries.ts';
import { SignInForm } from './sign-in-form.tsx';
import { signedOut } from './signed-out.ts';

export function SignInScreen() {
  const { entry } = useWords();
  const router = useRouter();
  const queries = useQueryClient();
  const next = useSearchParams().get('next');
  return (
    <EntryFrame title={entry.title} lead={entry.lead}>
      <SignInForm
        onSignedIn={(me) => {
          signedOut.set(false);
          queries.clear();
          queries.setQueryData(keys.me, me);
          router.replace(insideAdmin(next));
        }}
      />
    </EntryFrame>
  );
}

/** Only a path of the admin: `next` comes from the address, so from anybody. */
const insideAdmin = (path: string | null) => (path && /^\/admin(\/[\w/-]*)?$/.test(path) ? path : '/admin');
