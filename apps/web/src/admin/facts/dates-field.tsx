import { DateTimeField } from '@gonggo/ui';
import { useWatch } from 'react-hook-form';
import { useWords } from '../words/use-words.ts';
import { useFacts } from './use-facts-form.ts';

/** From when until when one can apply. Both are clocks of one zone. */
export function DatesField() {
  const { facts } = useWords();
  const { form, disabled, error } = useFacts();
  const [opens, closes, zone] = useWatch({ control: form.control, name: ['opens', 'closes', 'zone'] });
  const set = (field: 'opens' | 'closes') => (next: { clock: string; zone: string }) => {
    if (next.clock !== form.getValues(field)) form.setValue(field, next.clock);
    if (next.zone !== form.getValues('zone')) form.setValue('zone', next.zone);
  };
  const common = {
    zoneLabel: facts.zone,
    zoneGroups: facts.zoneGroups,
    zoneUnknown: facts.zoneUnknown,
    disabled,
  };
  return (
    <>
      <DateTimeField
        {...common}
        inputId="fact-closesAt"
        label={facts.closesAt}
        hint={facts.closesAtHint}
        value={{ clock: closes, zone }}
        error={error('closesAt') ?? error('closesAtZone')}
        onChange={set('closes')}
      />
      <DateTimeField
        {...common}
        inputId="fact-opensAt"
        label={facts.opensAt}
        value={{ clock: opens, zone }}
        error={error('opensAt')}
        onChange={set('opens')}
      />
    </>
  );
}
