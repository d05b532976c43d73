import type { DraftState } from '@gonggo/contract';
import type { DraftQuery } from '@gonggo/contract/client';
import { Select } from '@gonggo/ui';
import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';

export type Filters = Pick<DraftQuery, 'state' | 'locale' | 'mine'>;

/** What is shown, as a sentence whose gaps can be changed. */
export function FilterSentence({ value, onChange }: { value: Filters; onChange: (value: Filters) => void }) {
  const { postings, states } = useWords();
  const { filter } = postings;
  const gaps: Record<string, ReactNode> = {
    who: (
      <Select
        look="sentence"
        aria-label={filter.who}
        value={value.mine ? 'mine' : 'all'}
        options={[
          { value: 'all', label: filter.everyone },
          { value: 'mine', label: filter.mine },
        ]}
        onSelect={(who) => onChange({ ...value, mine: who === 'mine' || undefined })}
      />
    ),
    language: (
      <Select
        look="sentence"
        aria-label={filter.whichLanguage}
        value={value.locale ?? 'all'}
        options={[
          { value: 'all', label: filter.anyLanguage },
          { value: 'ko', label: filter.ko },
          { value: 'en', label: filter.en },
        ]}
        onSelect={(locale) =>
          onChange({ ...value, locale: locale === 'ko' || locale === 'en' ? locale : undefined })
        }
      />
    ),
    state: (
      <Select<DraftState | 'all'>
        look="sentence"
        aria-label={filter.whichState}
        value={value.state ?? 'all'}
        options={[
          { value: 'all', label: filter.anyState },
          ...(Object.keys(states) as DraftState[]).map((state) => ({ value: state, label: states[state] })),
        ]}
        onSelect={(state) => onChange({ ...value, state: state === 'all' ? undefined : state })}
      />
    ),
  };
  return (
    <div className="a-sentence" role="group" aria-label={filter.label}>
      {filter.sentence.split(/[{}]/).map((piece, index) => (
        <span key={index}>{gaps[piece] ?? piece}</span>
      ))}
    </div>
  );
}
