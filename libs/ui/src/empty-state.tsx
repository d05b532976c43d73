import type { ReactNode } from 'react';

export interface EmptyStateProps {
  title: string;
  /** `h1` where nothing else is on the page. */
  heading?: 'p' | 'h1';
  action?: ReactNode;
  children?: ReactNode;
}

/** Nothing here yet: why, and what to do first. */
export function EmptyState({ title, heading: Heading = 'p', action, children }: EmptyStateProps) {
  return (
    <div className="u-empty">
      <Heading className="u-empty-title">{title}</Heading>
      {children && <div className="u-empty-words">{children}</div>}
      {action && <div className="u-empty-action">{action}</div>}
    </div>
  );
}
