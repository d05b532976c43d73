import type { ProcessContent } from '../contents.ts';
import { LineField, ProseField } from '../editor/fields.tsx';
import { IntroField } from '../editor/intro-field.tsx';
import { ItemList } from '../editor/item-list.tsx';
import type { FormProps } from '../editor/props.ts';
import { formWords } from '../editor/words.ts';
import { lengths } from '../lengths.ts';

const max = lengths.process;

export function ProcessForm({ content, onChange, locale, disabled }: FormProps<ProcessContent>) {
  const words = formWords(locale);
  return (
    <>
      <IntroField content={content} onChange={onChange} locale={locale} disabled={disabled} />
      <ItemList
        label={words.steps}
        what={words.step}
        items={content.steps}
        max={max.steps}
        blank={() => ({ title: '', detail: '', duration: '' })}
        nameOf={({ title }) => title}
        onChange={(steps) => onChange({ ...content, steps })}
        locale={locale}
        disabled={disabled}
      >
        {({ title, detail, duration }, change) => (
          <>
            <div className="s-columns">
              <LineField
                className="s-needed"
                label={words.stepTitle}
                value={title}
                max={max.title}
                disabled={disabled}
                onChange={(next) => change({ title: next })}
              />
              <LineField
                label={words.duration}
                hint={words.durationHint}
                value={duration}
                max={max.duration}
                disabled={disabled}
                onChange={(next) => change({ duration: next })}
              />
            </div>
            <ProseField
              label={words.stepDetail}
              value={detail}
              max={max.detail}
              disabled={disabled}
              onChange={(next) => change({ detail: next })}
            />
          </>
        )}
      </ItemList>
    </>
  );
}
