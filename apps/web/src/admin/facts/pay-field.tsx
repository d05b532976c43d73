import { payLabel, payUnits } from '@gonggo/content';
import { Field, Fieldset, Select, TextInput } from '@gonggo/ui';
import { useWatch } from 'react-hook-form';
import { useEditor } from '../editor/editor-context.ts';
import { useWords } from '../words/use-words.ts';
import { readPay } from './read-typed.ts';
import { useFacts } from './use-facts-form.ts';

/** Pay from … to …, with how readers will see it. */
export function PayField() {
  const { facts } = useWords();
  const { locale } = useEditor().store.snapshot.draft;
  const { form, disabled, error } = useFacts();
  const [currency, min, max, unit] = useWatch({
    control: form.control,
    name: ['payCurrency', 'payMin', 'payMax', 'payUnit'],
  });
  const [least, most] = [readPay(min, currency), readPay(max, currency)];
  const shown = /^[a-z]{3}$/i.test(currency.trim())
    ? payLabel(
        { currency: currency.trim().toUpperCase(), min: least ?? null, max: most ?? null, unit },
        locale,
      )
    : '';
  const wrong = error('pay');
  const isOrder = least != null && most != null && least > most;
  return (
    <Fieldset legend={facts.pay} error={wrong} hint={!wrong && shown ? facts.payShown(shown) : facts.payHint}>
      <div className="a-pair">
        <Field
          id="fact-pay"
          label={facts.payMin}
          invalid={Boolean(wrong) && (least === undefined || isOrder)}
        >
          <TextInput maxLength={40} {...form.register('payMin')} disabled={disabled} />
        </Field>
        <Field label={facts.payMax} invalid={Boolean(wrong) && (most === undefined || isOrder)}>
          <TextInput maxLength={40} {...form.register('payMax')} disabled={disabled} />
        </Field>
        <Field label={facts.payUnit}>
          <Select
            {...form.register('payUnit')}
            disabled={disabled}
            options={[...payUnits].reverse().map((value) => ({ value, label: facts.payUnits[value] }))}
          />
        </Field>
        <Field label={facts.currency} invalid={Boolean(wrong) && !/^[a-z]{3}$/i.test(currency.trim())}>
          <TextInput maxLength={3} {...form.register('payCurrency')} disabled={disabled} />
        </Field>
      </div>
    </Fieldset>
  );
}
