import { Checkbox, Field, Select, TextInput, type SelectOption } from '@gonggo/ui';
import { use, useState } from 'react';
import { Refused, type Attribute } from '../../attributes.ts';
import { HeldContext } from '../held.ts';
import { labelOf, type EditorLabels } from '../labels.ts';

interface AttributeFieldProps {
  rule: Attribute<unknown>;
  /** Of the attribute. */
  name: string;
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
  name,
  hint,
  value,
  labels,
  options,
  disabled,
  onChange,
}: AttributeFieldProps) {
  const { texts, hold } = use(HeldContext);
  const label = labelOf(labels, name);
  const held = texts[name];
  const [text, setText] = useState(held ?? String(value ?? ''));
  const read = readAttribute(rule, text);
  const [seen, setSeen] = useState({ value, held });
  // Undo and other hands change the block as well: follow them, but not our own words coming back, nor over what
  // the block doesn't have.
  if (seen.value !== value || seen.held !== held) {
    setSeen({ value, held });
    if (held !== undefined) setText(held);
    else if (read?.value !== value) setText(String(value ?? ''));
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
          hold(name, allowed ? null : next);
          if (allowed && allowed.value !== value) onChange(allowed.value);
        }}
      />
    </Field>
  );
}
