import { useImperativeHandle, useLayoutEffect, useRef, type Ref, type TextareaHTMLAttributes } from 'react';
import { classNames } from './class-names.ts';
import { useFieldProps } from './field.tsx';

export interface TextAreaProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  ref?: Ref<HTMLTextAreaElement>;
}

/** Lines of text; as tall as what it holds, at least `rows`. */
export function TextArea({ className, rows = 2, onInput, ref, ...rest }: TextAreaProps) {
  const field = useFieldProps(rest);
  const area = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => area.current as HTMLTextAreaElement, []);
  useLayoutEffect(() => grow(area.current), [rest.value]);
  return (
    <textarea
      {...rest}
      {...field}
      ref={area}
      rows={rows}
      className={classNames('u-input', 'u-text-area', className)}
      onInput={(event) => {
        grow(event.currentTarget);
        onInput?.(event);
      }}
    />
  );
}

/** For browsers that don't size a field by its content themselves. */
function grow(area: HTMLTextAreaElement | null) {
  if (!area || (typeof CSS !== 'undefined' && CSS.supports?.('field-sizing', 'content'))) return;
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight + 2}px`;
}
