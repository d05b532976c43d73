import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import type { Tone } from './badge.tsx';

export interface NoticeProps {
  tone?: Exclude<Tone, 'seal'>;
  title?: ReactNode;
  /** The way out: buttons or links. */
  actions?: ReactNode;
  /** `alert` interrupts a screen reader; `status` waits. */
  role?: 'alert' | 'status';
  className?: string;
  children?: ReactNode;
}

/** Something the person should know here, with a way out. */
export function Notice({ tone = 'plain', title, actions, role, className, children }: NoticeProps) {
  return (
    <div className={classNames('u-notice', `u-tone-${tone}`, className)} role={role}>
      <div className="u-notice-words">
        {title && <p className="u-notice-title">{title}</p>}
        {children}
      </div>
      {actions && <div className="u-notice-actions">{actions}</div>}
    </div>
  );
}
