import type { Locale } from '../../document.ts';
import { ChoiceField, LineField } from '../editor/fields.tsx';
import { formWords } from '../editor/words.ts';
import { lengths } from '../lengths.ts';
import type { TechStackContent } from '../contents.ts';
import { iconChoices, iconPath } from './icons.ts';

type Technology = TechStackContent['groups'][number]['items'][number];

const plain = (name: string) => name.toLowerCase().replace(/[\s.]+/g, '');
const byName = new Map(iconChoices.map(({ name, slug }) => [plain(name), slug]));
const iconFor = (name: string): string => byName.get(plain(name)) ?? '';

interface TechnologyFieldsProps {
  item: Technology;
  change: (part: Partial<Technology>) => void;
  locale: Locale;
  disabled: boolean;
}

/** A technology. Its icon follows its name until another one is chosen. */
export function TechnologyFields({ item, change, locale, disabled }: TechnologyFieldsProps) {
  const words = formWords(locale);
  const path = iconPath(item.icon);
  const named = (name: string) =>
    item.icon === iconFor(item.name) ? { name, icon: iconFor(name) } : { name };
  return (
    <div className="s-columns">
      <LineField
        className="s-needed"
        label={words.technologyName}
        value={item.name}
        max={lengths.techStack.name}
        disabled={disabled}
        onChange={(name) => change(named(name))}
      />
      <div className="s-icon-choice">
        <ChoiceField
          label={words.icon}
          value={item.icon}
          options={[
            { value: '', label: words.noIcon },
            ...iconChoices.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
          disabled={disabled}
          onChange={(icon) => change({ icon })}
        />
        {path && (
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d={path} />
          </svg>
        )}
      </div>
      <LineField
        label={words.note}
        value={item.note}
        max={lengths.techStack.note}
        disabled={disabled}
        onChange={(note) => change({ note })}
      />
    </div>
  );
}
