import { placeLabel } from '@gonggo/content';
import { Button, Field, Fieldset, IconButton, TextInput } from '@gonggo/ui';
import { Plus, X } from 'lucide-react';
import { useFieldArray, useWatch } from 'react-hook-form';
import { useWords } from '../words/use-words.ts';
import { readCountry } from './read-typed.ts';
import { useFacts } from './use-facts-form.ts';

/** Places of work, one or several. */
export function PlacesField() {
  const { facts, language } = useWords();
  const { form, disabled, error } = useFacts();
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'locations' });
  const places = useWatch({ control: form.control, name: 'locations' });
  const wrong = error('locations');
  return (
    <Fieldset legend={facts.locations} error={wrong}>
      {fields.map((place, index) => (
        <div key={place.id} className="a-place">
          <Field
            id={index === 0 ? 'fact-locations' : undefined}
            label={facts.country}
            hint={facts.countryHint}
            invalid={Boolean(wrong) && readCountry(places[index]?.country ?? '') === undefined}
          >
            <TextInput maxLength={60} {...form.register(`locations.${index}.country`)} disabled={disabled} />
          </Field>
          <Field label={facts.region}>
            <TextInput maxLength={80} {...form.register(`locations.${index}.region`)} disabled={disabled} />
          </Field>
          <Field label={facts.locality}>
            <TextInput maxLength={80} {...form.register(`locations.${index}.locality`)} disabled={disabled} />
          </Field>
          <IconButton
            label={facts.removePlace(placeLabel(places[index] ?? place, language))}
            icon={<X />}
            disabled={disabled}
            onClick={() => remove(index)}
          />
        </div>
      ))}
      <Button
        size="small"
        icon={<Plus />}
        {...(fields.length === 0 ? { id: 'fact-locations' } : {})}
        className="a-start"
        disabled={disabled || fields.length >= 20}
        onClick={() =>
          append(
            { country: 'KR', region: '', locality: '' },
            { focusName: `locations.${fields.length}.region` },
          )
        }
      >
        {facts.addPlace}
      </Button>
    </Fieldset>
  );
}
