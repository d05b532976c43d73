import type { TeamFactsContent } from '../contents.ts';
import { DayField, LineField } from '../editor/fields.tsx';
import { ItemList } from '../editor/item-list.tsx';
import type { FormProps } from '../editor/props.ts';
import { formWords } from '../editor/words.ts';
import { lengths } from '../lengths.ts';

const max = lengths.teamFacts;

export function TeamFactsForm({ content, onChange, locale, disabled }: FormProps<TeamFactsContent>) {
  const words = formWords(locale);
  return (
    <>
      <DayField
        label={words.asOf}
        hint={words.asOfHint}
        value={content.asOf}
        disabled={disabled}
        onChange={(asOf) => onChange({ ...content, asOf })}
      />
      <ItemList
        label={words.facts}
        what={words.fact}
        items={content.items}
        max={max.items}
        blank={() => ({ label: '', value: '' })}
        nameOf={({ label }) => label}
        onChange={(items) => onChange({ ...content, items })}
        locale={locale}
        disabled={disabled}
      >
        {({ label, value }, change) => (
          <div className="s-columns">
            <LineField
              className="s-needed"
              label={words.factLabel}
              hint={words.factLabelHint}
              value={label}
              max={max.label}
              disabled={disabled}
              onChange={(next) => change({ label: next })}
            />
            <LineField
              className="s-needed"
              label={words.factValue}
              hint={words.factValueHint}
              value={value}
              max={max.value}
              disabled={disabled}
              onChange={(next) => change({ value: next })}
            />
          </div>
        )}
      </ItemList>
    </>
  );
}
