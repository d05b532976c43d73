import type { ReactNode } from 'react';

/** Nothing here yet: why, and what to do first. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="u-empty">
      <p className="u-empty-title">{title}</p>
      {children && <div className="u-empty-words">{children}</div>}
      {action && <div className="u-empty-action">{action}</div>}
    </div>
  );
}
