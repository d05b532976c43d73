'use client';

import { Button, EmptyState } from '@gonggo/ui';
import { useWords } from '../words/use-words.ts';

/** A screen threw. What was typed is on this device, so opening again is safe. */
export function Crashed() {
  const { crashed } = useWords().common;
  return (
    <main className="a-alone">
      <EmptyState
        heading="h1"
        title={crashed.title}
        action={
          <Button look="strong" onClick={() => window.location.reload()}>
            {crashed.again}
          </Button>
        }
      >
        <p>{crashed.text}</p>
      </EmptyState>
    </main>
  );
}
