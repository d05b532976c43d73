'use client';

import { Button, EmptyState, Skeleton } from '@gonggo/ui';
import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { problemText } from '../session/problem-text.ts';
import { useWords } from '../words/use-words.ts';

/** A screen of the admin: its title, what one can do, what it shows. */
export function Screen({
  title,
  lead,
  actions,
  children,
}: {
  title: string;
  lead?: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const { shell } = useWords();
  useEffect(() => {
    document.title = `${title} · ${shell.brand}`;
  }, [title, shell]);
  return (
    <>
      <header className="a-screen-head">
        <div>
          <h1>{title}</h1>
          {lead && <p className="a-quiet">{lead}</p>}
        </div>
        {actions && <div className="a-actions">{actions}</div>}
      </header>
      {children}
    </>
  );
}

/** Shows what a query brought; until then a skeleton, and after a failure the reason and another try. */
export function Loaded<Data>({
  query,
  lines = 6,
  children,
}: {
  query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'refetch'>;
  lines?: number;
  children: (data: Data) => ReactNode;
}) {
  const words = useWords();
  if (query.data !== undefined) return children(query.data);
  if (!query.error) return <Skeleton label={words.common.loading} lines={lines} />;
  return (
    <EmptyState
      title={words.common.loadFailed}
      action={<Button onClick={() => void query.refetch()}>{words.common.retry}</Button>}
    >
      <p>{problemText(query.error, words)}</p>
    </EmptyState>
  );
}
