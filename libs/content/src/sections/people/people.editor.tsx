import type { PeopleContent } from '../contents.ts';
import { LineField, ProseField } from '../editor/fields.tsx';
import { IntroField } from '../editor/intro-field.tsx';
import { ItemList } from '../editor/item-list.tsx';
import { PictureField } from '../editor/picture-field.tsx';
import type { FormProps } from '../editor/props.ts';
import { formWords } from '../editor/words.ts';
import { lengths } from '../lengths.ts';

const max = lengths.people;

type Person = PeopleContent['people'][number];

export function PeopleForm({ content, onChange, images, locale, disabled }: FormProps<PeopleContent>) {
  const words = formWords(locale);
  const shared = { locale, disabled };
  return (
    <>
      <IntroField content={content} onChange={onChange} locale={locale} disabled={disabled} />
      <ItemList<Person>
        label={words.people}
        what={words.person}
        items={content.people}
        max={max.people}
        blank={() => ({ name: '', role: '', words: '', imageId: null })}
        nameOf={({ name }) => name}
        onChange={(people) => onChange({ ...content, people })}
        {...shared}
      >
        {(person, change) => (
          <>
            <div className="s-columns">
              <LineField
                className="s-needed"
                label={words.personName}
                value={person.name}
                max={max.name}
                disabled={disabled}
                onChange={(name) => change({ name })}
              />
              <LineField
                label={words.personRole}
                value={person.role}
                max={max.role}
                disabled={disabled}
                onChange={(role) => change({ role })}
              />
            </div>
            <ProseField
              label={words.personWords}
              value={person.words}
              max={max.words}
              disabled={disabled}
              onChange={(said) => change({ words: said })}
            />
            <PictureField
              label={words.portrait}
              imageId={person.imageId}
              images={images}
              optional
              onChange={(picked) => change({ imageId: picked?.imageId ?? null })}
              {...shared}
            />
          </>
        )}
      </ItemList>
    </>
  );
}
