import type { ReactNode } from 'react';
import { Button, type ButtonProps } from './button.tsx';
import { classNames } from './class-names.ts';

export interface IconButtonProps extends Omit<ButtonProps, 'icon' | 'children' | 'aria-label'> {
  /** What it does, in words: its name for assistive technology and its tooltip. */
  label: string;
  icon: ReactNode;
  /** For switches such as bold: whether it is on. */
  pressed?: boolean;
}

export function IconButton({ label, icon, pressed, look = 'quiet', className, ...rest }: IconButtonProps) {
  return (
    <Button
      title={label}
      {...rest}
      look={look}
      className={classNames('u-icon-button', className)}
      aria-label={label}
      aria-pressed={pressed}
    >
      {icon}
    </Button>
  );
}
