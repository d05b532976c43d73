import { Checkbox, Field, Select, TextInput, type SelectOption } from '@gonggo/ui';
import { use, useState } from 'react';
import { useHeldText } from '../../../sections/editor/held-texts.tsx';
import { Refused, type Attribute } from '../../attributes.ts';
import { KeptContext } from '../kept.ts';
import type { EditorLabels } from '../labels.ts';

interface AttributeFieldProps {
  rule: Attribute<unknown>;
  label: string;
  hint?: string;
  value: unknown;
  labels: EditorLabels;
  /** Names of the options of a choice. */
  options?: readonly SelectOption[];
  disabled?: boolean;
  /** Told only what the rule allows, in the form in which it is stored. */
  onChange: (value: unknown) => void;
}

/** What the rule makes of a text, or null where it refuses it. */
export function readAttribute(rule: Attribute<unknown>, text: string): { value: unknown } | null {
  try {
    return { value: rule.read(text) };
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

export function refusalOf(rule: Attribute<unknown>, text: string, labels: EditorLabels): string {
  if (text.trim() === '') return labels.empty;
  if (rule.kind === 'web') return labels.notAddress;
  if (rule.kind === 'link') return labels.notLink;
  return rule.kind === 'emoji' ? labels.notEmoji : labels.notAllowed;
}

/** One attribute of a block as a labelled control. What is typed stays as typed, even while it is not allowed. */
export function AttributeField({
  rule,
  label,
  hint,
  value,
  labels,
  options,
  disabled,
  onChange,
}: AttributeFieldProps) {
  const kept = use(KeptContext);
  const [text, setText] = useState(kept.texts[label] ?? String(value ?? ''));
  const read = readAttribute(rule, text);
  const [seen, setSeen] = useState(value);
  useHeldText(label, read || rule.kind === 'flag' || options ? null : text);
  // Undo and other hands change the block as well: follow them, but not our own words coming back, nor over what
  // the block doesn't have.
  if (seen !== value) {
    setSeen(value);
    if (read && read.value !== value) setText(String(value ?? ''));
  }

  if (rule.kind === 'flag') {
    return <Checkbox label={label} checked={value === true} disabled={disabled} onCheck={onChange} />;
  }
  if (options) {
    return (
      <Field label={label}>
        <Select options={options} value={String(value)} disabled={disabled} onSelect={onChange} />
      </Field>
    );
  }
  return (
    <Field label={label} hint={hint} error={read ? undefined : refusalOf(rule, text, labels)}>
      <TextInput
        value={text}
        disabled={disabled}
        maxLength={Number(rule.json.maxLength ?? 2000)}
        inputMode={rule.kind === 'web' || rule.kind === 'link' ? 'url' : undefined}
        onChange={(event) => {
          const next = event.currentTarget.value;
          setText(next);
          const allowed = readAttribute(rule, next);
          kept.keep(label, allowed ? null : next);
          if (allowed && allowed.value !== value) {
            setSeen(allowed.value);
            onChange(allowed.value);
          }
        }}
      />
    </Field>
  );
}
