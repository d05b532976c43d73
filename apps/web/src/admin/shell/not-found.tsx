'use client';

import { buttonClass, EmptyState } from '@gonggo/ui';
import Link from 'next/link';
import { useWords } from '../words/use-words.ts';

export function NotFound() {
  const { notFound } = useWords().common;
  return (
    <main className="a-alone">
      <EmptyState
        heading="h1"
        title={notFound.title}
        action={
          <Link className={buttonClass('strong')} href="/admin">
            {notFound.home}
          </Link>
        }
      >
        <p>{notFound.text}</p>
      </EmptyState>
    </main>
  );
}
