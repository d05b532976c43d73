import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type Tone = 'plain' | 'ok' | 'warn' | 'danger' | 'blue' | 'seal';

/** A word about something, set apart. */
export function Badge({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={classNames('u-badge', `u-tone-${tone}`)}>{children}</span>;
}

/** A state: a mark whose shape differs with its tone, so that colour is never alone, and its word. */
export function StateMark({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={classNames('u-state', `u-tone-${tone}`)}>
      <svg className="u-state-mark" viewBox="0 0 10 10" aria-hidden="true">
        {marks[tone]}
      </svg>
      {children}
    </span>
  );
}

const marks: Record<Tone, ReactNode> = {
  plain: <circle cx="5" cy="5" r="3.5" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  ok: <circle cx="5" cy="5" r="4" fill="currentColor" />,
  warn: <path d="M5 1l4.2 7.6H.8z" fill="currentColor" />,
  danger: <path d="M5 .6L9.4 5 5 9.4.6 5z" fill="currentColor" />,
  blue: (
    <>
      <circle cx="5" cy="5" r="3.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M5 1.5a3.5 3.5 0 0 1 0 7z" fill="currentColor" />
    </>
  ),
  seal: <rect x="1" y="1" width="8" height="8" rx="1.5" fill="currentColor" />,
};
