import { createContext, use, useId, type ReactNode } from 'react';
import { classNames } from './class-names.ts';

interface FieldIds {
  id: string;
  describedBy: string | undefined;
  invalid: boolean;
  required: boolean;
}

const FieldContext = createContext<FieldIds | null>(null);
/** The id of the words that say what is wrong in the set around a field. */
const SetErrorContext = createContext<string | undefined>(undefined);

export interface FieldProps {
  label: ReactNode;
  /** What belongs here, said before it goes wrong. */
  hint?: ReactNode;
  /** What is wrong and what to do; announced when it appears. */
  error?: ReactNode;
  /** What is wrong is said by the Fieldset around it; this is one of the controls it is about. */
  invalid?: boolean;
  required?: boolean;
  /** The label is read aloud but not shown: only where the place says it to those who see. */
  labelHidden?: boolean;
  /** The control's id, where a script or a link has to find it. */
  id?: string | undefined;
  className?: string;
  children: ReactNode;
}

/** A label, one control of this library, and the words around it, tied together by ids. */
export function Field({
  label,
  hint,
  error,
  invalid = false,
  required = false,
  labelHidden,
  id: given,
  className,
  children,
}: FieldProps) {
  const own = useId();
  const id = given ?? own;
  const setError = use(SetErrorContext);
  const described = [hint && `${id}-hint`, error && `${id}-error`, invalid && setError]
    .filter(Boolean)
    .join(' ');
  return (
    <div className={classNames('u-field', className)}>
      <label className={labelHidden ? 'u-hidden' : 'u-label'} htmlFor={id}>
        {label}
      </label>
      <FieldContext
        value={{ id, describedBy: described || undefined, invalid: invalid || Boolean(error), required }}
      >
        {children}
      </FieldContext>
      <Below id={id} hint={hint} error={error} />
    </div>
  );
}

/** What belongs to a field is said under it, what is wrong with it last. */
function Below({ id, hint, error }: { id: string; hint: ReactNode; error: ReactNode }) {
  return (
    <>
      {hint && (
        <p className="u-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div aria-live="polite">
        {error && (
          <p className="u-error" id={`${id}-error`}>
            {error}
          </p>
        )}
      </div>
    </>
  );
}

/** Attributes that tie a control to the Field around it; what the control says itself wins. */
export function useFieldProps(own: {
  id?: string | undefined;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: unknown;
}) {
  const field = use(FieldContext);
  return {
    // The label names the field's id: a control with another one would be nameless.
    id: field?.id ?? own.id,
    'aria-describedby': own['aria-describedby'] ?? field?.describedBy,
    'aria-invalid':
      own['aria-invalid'] === undefined ? field?.invalid || undefined : Boolean(own['aria-invalid']),
    'aria-required': field?.required || undefined,
  };
}

export interface FieldsetProps {
  legend: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** Several controls that answer one question. */
export function Fieldset({ legend, hint, error, className, children }: FieldsetProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset className={classNames('u-fieldset', className)} aria-describedby={described || undefined}>
      <legend className="u-label">{legend}</legend>
      <SetErrorContext value={error ? `${id}-error` : undefined}>{children}</SetErrorContext>
      <Below id={id} hint={hint} error={error} />
    </fieldset>
  );
}
