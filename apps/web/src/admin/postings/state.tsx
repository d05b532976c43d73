import { daysLeft, formatDay } from '@gonggo/content';
import type { DraftState } from '@gonggo/contract';
import { StateMark, type Tone } from '@gonggo/ui';
import { useWords } from '../words/use-words.ts';

const tones: Record<DraftState, Tone> = { draft: 'plain', open: 'ok', closed: 'blue', withdrawn: 'danger' };

/** Draft, open, closed, withdrawn. */
export function PostingState({ state }: { state: DraftState }) {
  const { states } = useWords();
  return <StateMark tone={tones[state]}>{states[state]}</StateMark>;
}

interface ClosingProps {
  closesAt: string | null;
  zone: string;
  state: DraftState;
}

/** The closing day, and how far it is while that matters; `until filled` without one. */
export function Closing({ closesAt, zone, state }: ClosingProps) {
  const words = useWords();
  // Closed by hand before its time: the day that was planned means nothing any more, and the state says the rest.
  if (state === 'closed' && (!closesAt || daysLeft(closesAt, zone) >= 0)) return <span />;
  if (!closesAt) return <span className="a-quiet">{words.postings.untilFilled}</span>;
  const days = daysLeft(closesAt, zone);
  return (
    <time dateTime={closesAt} className="a-closing">
      {formatDay(closesAt, zone, words.language)}
      {(state === 'draft' || state === 'open') && days < 100 && (
        <span className={days >= 0 && days <= 7 ? 'a-soon' : 'a-quiet'}>{words.postings.dday(days)}</span>
      )}
    </time>
  );
}
