import { Button, Field, Fieldset, IconButton, Menu, TextInput } from '@gonggo/ui';
import { useQuery } from '@tanstack/react-query';
import { ArrowUp, Plus, UserRound, UserRoundPlus, X } from 'lucide-react';
import { useFieldArray, useWatch } from 'react-hook-form';
import { useImageInfo } from '../images/image-choice.tsx';
import { usePick } from '../images/picker.tsx';
import { Thumb } from '../images/thumb.tsx';
import { client } from '../session/client.ts';
import { useMe } from '../session/me.ts';
import { keys } from '../session/queries.ts';
import { useWords } from '../words/use-words.ts';
import type { FactsValues } from './facts-values.ts';
import { useFacts } from './use-facts-form.ts';

/** Whose letter it is, and who else signs it. */
export function AuthorsField() {
  const { facts } = useWords();
  const { form, disabled, error } = useFacts();
  const { fields, append, remove, move } = useFieldArray({ control: form.control, name: 'authors' });
  const people = useWatch({ control: form.control, name: 'authors' });
  return (
    <Fieldset
      legend={<span className="u-hidden">{facts.authors}</span>}
      hint={facts.authorsHint}
      error={error('authors')}
    >
      {fields.map((author, index) => (
        <div key={author.id} className="a-author">
          <Portrait index={index} person={people[index] ?? author} />
          <Field id={index === 0 ? 'fact-authors' : undefined} label={facts.authorName}>
            <TextInput maxLength={80} {...form.register(`authors.${index}.name`)} disabled={disabled} />
          </Field>
          <Field label={facts.authorRole}>
            <TextInput maxLength={80} {...form.register(`authors.${index}.role`)} disabled={disabled} />
          </Field>
          <div className="a-author-moves">
            <IconButton
              label={facts.moveAuthorUp(people[index]?.name ?? '')}
              icon={<ArrowUp />}
              size="small"
              disabled={disabled || index === 0}
              onClick={() => move(index, index - 1)}
            />
            <IconButton
              label={facts.removeAuthor(people[index]?.name ?? '')}
              icon={<X />}
              size="small"
              disabled={disabled}
              onClick={() => remove(index)}
            />
          </div>
        </div>
      ))}
      <AddAuthor
        taken={people.map((person) => person.accountId)}
        onAdd={append}
        {...(fields.length === 0 ? { id: 'fact-authors' } : {})}
        disabled={disabled || fields.length >= 10}
      />
    </Fieldset>
  );
}

type Person = FactsValues['authors'][number];

function Portrait({ index, person }: { index: number; person: Person }) {
  const { facts } = useWords();
  const { form, disabled } = useFacts();
  const pick = usePick();
  const info = useImageInfo(person.avatar);
  async function choose() {
    if (person.avatar) return form.setValue(`authors.${index}.avatar`, null);
    const image = await pick();
    if (image) form.setValue(`authors.${index}.avatar`, image.id);
  }
  return (
    <button
      type="button"
      className="a-portrait"
      disabled={disabled}
      aria-label={person.avatar ? facts.removePortrait : facts.portrait}
      title={person.avatar ? facts.removePortrait : facts.portrait}
      onClick={() => void choose()}
    >
      {person.avatar ? <Thumb info={info} alt="" width={80} className="a-thumb-round" /> : <UserRoundPlus />}
    </button>
  );
}

function AddAuthor({
  id,
  taken,
  onAdd,
  disabled,
}: {
  id?: string;
  taken: (string | null)[];
  onAdd: (person: Person) => void;
  disabled: boolean;
}) {
  const { facts } = useWords();
  const me = useMe();
  const { data } = useQuery({ queryKey: keys.authors, queryFn: client.authors.list, staleTime: 60_000 });
  // Oneself at least, while the list is on its way.
  const known = (data?.data ?? [me]).filter(({ id }) => !taken.includes(id));
  return (
    <Menu
      trigger={
        <Button {...(id ? { id } : {})} size="small" icon={<Plus />} className="a-start" disabled={disabled}>
          {facts.addAuthor}
        </Button>
      }
      items={[
        ...known.map(({ id, name, byline, avatar }) => ({
          id,
          label: name,
          ...(byline ? { description: byline } : {}),
          icon: <UserRound />,
          onSelect: () => onAdd({ accountId: id, name, role: byline, avatar }),
        })),
        {
          id: 'someone',
          label: facts.someoneElse,
          icon: <UserRoundPlus />,
          onSelect: () => onAdd({ accountId: null, name: '', role: '', avatar: null }),
        },
      ]}
    />
  );
}
