import { useState } from 'react';
import type { RichText } from '../../document.ts';
import { blankRichText } from '../../rich-text/blank.ts';
import { RichTextField } from '../../rich-text/editor/rich-text-field.tsx';
import type { TechStackContent } from '../contents.ts';
import { ChoiceField, LineField } from '../editor/fields.tsx';
import { IntroField } from '../editor/intro-field.tsx';
import { ItemList } from '../editor/item-list.tsx';
import type { FormProps } from '../editor/props.ts';
import { formWords } from '../editor/words.ts';
import { lengths } from '../lengths.ts';
import { TechnologyFields } from './technology-fields.editor.tsx';

type Group = TechStackContent['groups'][number];
const eras = ['none', 'old', 'new', 'shared'] as const;

const blankText = JSON.stringify(blankRichText().doc);
const orNull = (body: RichText): RichText | null => (JSON.stringify(body.doc) === blankText ? null : body);

export function TechStackForm({
  content,
  onChange,
  images,
  locale,
  textLocale,
  disabled,
}: FormProps<TechStackContent>) {
  const words = formWords(locale);
  const [blank] = useState(blankRichText);
  const shared = { locale, disabled };
  return (
    <>
      <IntroField content={content} onChange={onChange} locale={locale} disabled={disabled} />
      <ItemList<Group>
        label={words.groups}
        what={words.group}
        items={content.groups}
        max={lengths.techStack.groups}
        blank={() => ({ name: '', era: null, items: [] })}
        nameOf={({ name }) => name}
        onChange={(groups) => onChange({ ...content, groups })}
        {...shared}
      >
        {(group, change) => (
          <>
            <div className="s-columns">
              <LineField
                label={words.groupName}
                value={group.name}
                max={lengths.techStack.name}
                disabled={disabled}
                onChange={(name) => change({ name })}
              />
              <ChoiceField
                label={words.era}
                value={group.era ?? 'none'}
                options={eras.map((era) => ({ value: era, label: words.eras[era] }))}
                disabled={disabled}
                onChange={(era) => change({ era: era === 'none' ? null : era })}
              />
            </div>
            <ItemList
              label={words.technologies}
              what={words.technology}
              items={group.items}
              max={lengths.techStack.items}
              blank={() => ({ name: '', icon: '', note: '' })}
              nameOf={({ name }) => name}
              onChange={(items) => change({ items })}
              {...shared}
            >
              {(item, changeItem) => <TechnologyFields item={item} change={changeItem} {...shared} />}
            </ItemList>
          </>
        )}
      </ItemList>
      <RichTextField
        label={words.bodyAfter}
        value={content.body ?? blank}
        images={images}
        textLocale={textLocale}
        onChange={(body) => onChange({ ...content, body: orNull(body) })}
        {...shared}
      />
    </>
  );
}
