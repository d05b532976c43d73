import type { InputHTMLAttributes, Ref } from 'react';
import { classNames } from './class-names.ts';
import { useFieldProps } from './field.tsx';

export interface TextInputProps extends InputHTMLAttributes<HTMLInputElement> {
  ref?: Ref<HTMLInputElement>;
}

/** One line of text. Put it in a Field, or give it an `aria-label`. */
export function TextInput({ className, ...rest }: TextInputProps) {
  const field = useFieldProps(rest);
  return (
    <input type="text" autoComplete="off" {...rest} {...field} className={classNames('u-input', className)} />
  );
}
