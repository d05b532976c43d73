import { payLabel, payUnits } from '@gonggo/content';
import { Field, Fieldset, Select, TextInput } from '@gonggo/ui';
import { useWatch } from 'react-hook-form';
import { useWords } from '../words/use-words.ts';
import { useFacts } from './use-facts-form.ts';

const amount = (typed: string) => {
  const digits = typed.replaceAll(/[,\s]/g, '');
  return /^\d{1,13}$/.test(digits) ? Number(digits) : null;
};

/** Pay from … to …, with how readers will see it. */
export function PayField() {
  const { facts, language } = useWords();
  const { form, disabled, error } = useFacts();
  const [currency, min, max, unit] = useWatch({
    control: form.control,
    name: ['payCurrency', 'payMin', 'payMax', 'payUnit'],
  });
  const shown = /^[a-z]{3}$/i.test(currency.trim())
    ? payLabel(
        { currency: currency.trim().toUpperCase(), min: amount(min), max: amount(max), unit },
        language,
      )
    : '';
  return (
    <Fieldset legend={facts.pay} error={error('pay')} hint={shown ? facts.payShown(shown) : undefined}>
      <div className="a-pair">
        <Field id="fact-pay" label={facts.payMin}>
          <TextInput inputMode="numeric" maxLength={20} {...form.register('payMin')} disabled={disabled} />
        </Field>
        <Field label={facts.payMax}>
          <TextInput inputMode="numeric" maxLength={20} {...form.register('payMax')} disabled={disabled} />
        </Field>
        <Field label={facts.payUnit}>
          <Select
            {...form.register('payUnit')}
            disabled={disabled}
            options={[...payUnits].reverse().map((value) => ({ value, label: facts.payUnits[value] }))}
          />
        </Field>
        <Field label={facts.currency}>
          <TextInput maxLength={3} {...form.register('payCurrency')} disabled={disabled} />
        </Field>
      </div>
    </Fieldset>
  );
}
