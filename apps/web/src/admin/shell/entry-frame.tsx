import { Select } from '@gonggo/ui';
import type { ReactNode } from 'react';
import { language } from '../session/preference.ts';
import { useWords } from '../words/use-words.ts';
import { Brand } from './brand.tsx';
import { WrongAddressBar } from './wrong-address-bar.tsx';

/** The page before one is in: one thing to do, nothing else. */
export function EntryFrame({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  const words = useWords();
  return (
    <main className="a-entry">
      <div className="a-entry-sheet">
        <Brand />
        <WrongAddressBar />
        <h1>{title}</h1>
        <p className="a-quiet">{lead}</p>
        {children}
      </div>
      <Select
        look="sentence"
        aria-label={words.shell.language}
        className="a-entry-language"
        value={words.language}
        options={[
          { value: 'ko', label: '한국어' },
          { value: 'en', label: 'English' },
        ]}
        onSelect={language.set}
      />
    </main>
  );
}
