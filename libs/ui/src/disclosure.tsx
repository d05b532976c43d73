import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { ChevronDown } from './glyphs.tsx';

export interface DisclosureProps {
  summary: ReactNode;
  open?: boolean;
  onToggle?: (open: boolean) => void;
  className?: string;
  children: ReactNode;
}

/** What is not needed at once, behind its heading. */
export function Disclosure({ summary, open, onToggle, className, children }: DisclosureProps) {
  return (
    <details
      className={classNames('u-disclosure', className)}
      open={open}
      onToggle={(event) => onToggle?.(event.currentTarget.open)}
    >
      <summary>
        <ChevronDown />
        {summary}
      </summary>
      <div className="u-disclosure-body">{children}</div>
    </details>
  );
}
