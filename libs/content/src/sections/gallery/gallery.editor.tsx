import type { PickedImage } from '../../image-picker.ts';
import type { Figure, GalleryContent } from '../contents.ts';
import { IntroField } from '../editor/intro-field.tsx';
import { ItemList } from '../editor/item-list.tsx';
import type { FormProps } from '../editor/props.ts';
import { formWords } from '../editor/words.ts';
import { lengths } from '../lengths.ts';
import { FigureFields } from './figure-fields.editor.tsx';

const figureOf = ({ imageId, alt, credit, creditUrl, licence }: PickedImage): Figure => ({
  imageId,
  alt,
  decorative: false,
  caption: '',
  credit,
  creditUrl,
  licence,
});

/** A picture is added by choosing it: there is none without an image. */
export function GalleryForm({ content, onChange, images, locale, disabled }: FormProps<GalleryContent>) {
  const words = formWords(locale);
  return (
    <>
      <IntroField content={content} onChange={onChange} locale={locale} disabled={disabled} />
      <ItemList
        label={words.pictures}
        what={words.picture}
        items={content.images}
        max={lengths.gallery.images}
        blank={async () => {
          const picked = await images.pick();
          return picked && figureOf(picked);
        }}
        onChange={(all) => onChange({ ...content, images: all })}
        locale={locale}
        disabled={disabled}
      >
        {(figure, change) => (
          <FigureFields figure={figure} change={change} images={images} locale={locale} disabled={disabled} />
        )}
      </ItemList>
    </>
  );
}
