'use client';

import { ToastProvider } from '@gonggo/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { refuseStrayDrops } from '../shell/stray-drops.ts';
import { en } from '../words/en.ts';
import { ko } from '../words/ko.ts';
import { WordsContext } from '../words/use-words.ts';
import { language, theme } from './preference.ts';
import { makeQueryClient } from './queries.ts';

/** What every screen stands on: words, look, what is kept from the API, room for toasts. */
export function Providers({ children }: { children: ReactNode }) {
  const [queries] = useState(makeQueryClient);
  const words = language.use() === 'ko' ? ko : en;
  const look = theme.use();

  useEffect(refuseStrayDrops, []);
  useEffect(() => {
    document.documentElement.lang = words.language;
  }, [words]);
  useEffect(() => {
    if (look === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = look;
  }, [look]);

  return (
    <QueryClientProvider client={queries}>
      <WordsContext value={words}>
        <ToastProvider label={words.common.notifications} closeLabel={words.common.close}>
          {children}
        </ToastProvider>
      </WordsContext>
    </QueryClientProvider>
  );
}
