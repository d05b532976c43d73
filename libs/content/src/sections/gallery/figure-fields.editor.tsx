import { Checkbox } from '@gonggo/ui';
import { licences, type Locale } from '../../document.ts';
import type { ImagePicker } from '../../image-picker.ts';
import { licenceLabel } from '../../labels.ts';
import type { Figure } from '../contents.ts';
import { AddressField, ChoiceField, LineField, ProseField } from '../editor/fields.tsx';
import { PictureField } from '../editor/picture-field.tsx';
import { formWords } from '../editor/words.ts';
import { lengths } from '../lengths.ts';

const max = lengths.figure;

interface FigureFieldsProps {
  figure: Figure;
  change: (part: Partial<Figure>) => void;
  images: ImagePicker;
  locale: Locale;
  disabled: boolean;
}

/** A picture and the words that go with it in this place. */
export function FigureFields({ figure, change, images, locale, disabled }: FigureFieldsProps) {
  const words = formWords(locale);
  return (
    <>
      <PictureField
        label={words.picture}
        imageId={figure.imageId}
        images={images}
        locale={locale}
        disabled={disabled}
        onChange={(picked) => picked && change({ imageId: picked.imageId })}
      />
      {!figure.decorative && (
        <LineField
          label={words.alt}
          hint={words.altHint}
          value={figure.alt}
          max={max.alt}
          disabled={disabled}
          onChange={(alt) => change({ alt })}
        />
      )}
      <Checkbox
        label={words.decorative}
        checked={figure.decorative}
        disabled={disabled}
        onCheck={(decorative) => change(decorative ? { decorative, alt: '' } : { decorative })}
      />
      <ProseField
        label={words.caption}
        value={figure.caption}
        max={max.caption}
        disabled={disabled}
        onChange={(caption) => change({ caption })}
      />
      <div className="s-columns">
        <LineField
          label={words.credit}
          hint={words.creditHint}
          value={figure.credit}
          max={max.credit}
          disabled={disabled}
          onChange={(credit) => change({ credit })}
        />
        <AddressField
          label={words.creditUrl}
          wrong={words.notAddress}
          value={figure.creditUrl}
          disabled={disabled}
          onChange={(creditUrl) => change({ creditUrl })}
        />
        <ChoiceField
          label={words.licence}
          value={figure.licence}
          options={licences.map((licence) => ({ value: licence, label: licenceLabel(licence, locale) }))}
          disabled={disabled}
          onChange={(licence) => change({ licence })}
        />
      </div>
    </>
  );
}
