import { Field, Fieldset, TextInput } from '@gonggo/ui';
import { useWatch } from 'react-hook-form';
import { useWords } from '../words/use-words.ts';
import { readCount } from './read-typed.ts';
import { useFacts } from './use-facts-form.ts';

/** Years of experience from … to …. */
export function ExperienceField() {
  const { facts } = useWords();
  const { form, disabled, error } = useFacts();
  const typed = useWatch({ control: form.control, name: ['minYears', 'maxYears'] });
  const [least, most] = typed.map(readCount);
  const wrong = error('experience');
  const isOrder = least != null && most != null && least > most;
  const isWrong = (years: number | null | undefined) =>
    Boolean(wrong) && (years === undefined || isOrder || Number(years) > 60);
  return (
    <Fieldset legend={facts.experience} error={wrong}>
      <div className="a-pair">
        <Field id="fact-experience" label={facts.minYears} invalid={isWrong(least)}>
          <TextInput inputMode="numeric" maxLength={20} {...form.register('minYears')} disabled={disabled} />
        </Field>
        <Field label={facts.maxYears} invalid={isWrong(most)}>
          <TextInput inputMode="numeric" maxLength={20} {...form.register('maxYears')} disabled={disabled} />
        </Field>
      </div>
    </Fieldset>
  );
}
