import { useId, type InputHTMLAttributes, type ReactNode, type Ref } from 'react';
import { classNames } from './class-names.ts';

export interface CheckboxProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> {
  label: ReactNode;
  hint?: ReactNode;
  /** Told whether it is checked now; `onChange` gives the event. */
  onCheck?: (checked: boolean) => void;
  ref?: Ref<HTMLInputElement>;
}

export function Checkbox({ label, hint, className, onCheck, onChange, ...rest }: CheckboxProps) {
  const own = useId();
  const id = rest.id ?? own;
  return (
    <div className={classNames('u-check', className)}>
      <input
        {...rest}
        type="checkbox"
        id={id}
        aria-describedby={hint ? `${id}-hint` : rest['aria-describedby']}
        onChange={(event) => {
          onChange?.(event);
          onCheck?.(event.currentTarget.checked);
        }}
      />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="u-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
