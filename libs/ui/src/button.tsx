import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { classNames } from './class-names.ts';

/** `seal` is for the one button by which somebody commits: publish, apply. */
export type ButtonLook = 'plain' | 'strong' | 'quiet' | 'seal' | 'danger';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: ButtonLook;
  size?: 'small' | 'normal' | 'large';
  icon?: ReactNode;
  /** Work is under way: the button stays in place and in reach, but does nothing. */
  busy?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

/** The classes of a button, for links that look like one. */
export const buttonClass = (
  look: ButtonLook = 'plain',
  size: ButtonProps['size'] = 'normal',
  more?: string,
) => classNames('u-button', `u-button-${look}`, size !== 'normal' && `u-button-${size}`, more);

export function Button({
  look,
  size,
  icon,
  busy = false,
  className,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={buttonClass(look, size, className)}
      aria-disabled={busy || rest['aria-disabled']}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {icon}
      {children}
    </button>
  );
}
