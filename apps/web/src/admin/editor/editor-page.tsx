'use client';

import { ApiProblem } from '@gonggo/contract/client';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { PickerProvider } from '../images/picker.tsx';
import { client } from '../session/client.ts';
import { keys } from '../session/queries.ts';
import { NotFound } from '../shell/not-found.tsx';
import { Loaded } from '../shell/screen.tsx';

// The rich text editor needs a browser.
const EditorScreen = dynamic(() => import('./editor-screen.tsx').then((module) => module.EditorScreen), {
  ssr: false,
});

/** How often an open draft is read again, for what others saved: ms. */
const lookAgain = 5_000;

/** Loads a draft and opens it. */
export function EditorPage({ id }: { id: string }) {
  const draft = useQuery({
    queryKey: keys.draft(id),
    queryFn: () => client.drafts.get(id),
    staleTime: 0,
    // Only while the tab is visible. A refusal stays one until somebody signs in or comes back.
    refetchInterval: ({ state: { error } }) =>
      error instanceof ApiProblem && error.status < 500 ? false : lookAgain,
  });
  const missing =
    draft.error instanceof ApiProblem && (draft.error.status === 404 || draft.error.status === 400);
  if (missing && !draft.data) return <NotFound />;
  return (
    <PickerProvider>
      {draft.data ? (
        <EditorScreen key={id} draft={draft.data} readAt={draft.dataUpdatedAt} />
      ) : (
        <main className="a-alone">
          <Loaded query={draft} lines={8}>
            {() => null}
          </Loaded>
        </main>
      )}
    </PickerProvider>
  );
}
