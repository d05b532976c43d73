import type { Ref, SelectHTMLAttributes } from 'react';
import { classNames } from './class-names.ts';
import { useFieldProps } from './field.tsx';

export interface SelectOption<Value extends string = string> {
  value: Value;
  label: string;
  disabled?: boolean;
}

export interface SelectGroup<Value extends string = string> {
  label: string;
  options: readonly SelectOption<Value>[];
}

export interface SelectProps<Value extends string = string> extends Omit<
  SelectHTMLAttributes<HTMLSelectElement>,
  'value' | 'defaultValue' | 'onSelect'
> {
  options: readonly (SelectOption<Value> | SelectGroup<Value>)[];
  value?: Value;
  defaultValue?: Value;
  /** What was chosen, typed; `onChange` gives the event. */
  onSelect?: (value: Value) => void;
  /** `sentence` sits inside running text. */
  look?: 'field' | 'sentence';
  ref?: Ref<HTMLSelectElement>;
}

/** The browser's own select: the best one on phones, with a keyboard and with a screen reader. */
export function Select<Value extends string = string>({
  options,
  onSelect,
  onChange,
  look = 'field',
  className,
  ...rest
}: SelectProps<Value>) {
  const field = useFieldProps(rest);
  return (
    <select
      {...rest}
      {...field}
      className={classNames(look === 'field' ? 'u-input u-select' : 'u-select-sentence', className)}
      onChange={(event) => {
        onChange?.(event);
        onSelect?.(event.currentTarget.value as Value);
      }}
    >
      {options.map((option) =>
        'options' in option ? (
          <optgroup key={option.label} label={option.label}>
            {option.options.map(choice)}
          </optgroup>
        ) : (
          choice(option)
        ),
      )}
    </select>
  );
}

const choice = ({ value, label, disabled }: SelectOption) => (
  <option key={value} value={value} disabled={disabled}>
    {label}
  </option>
);
