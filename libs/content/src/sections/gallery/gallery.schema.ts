import { ValidateBy } from 'class-validator';
import { licences, type Licence } from '../../document.ts';
import { Flag, Id, Line, ListOf, OneOf, Prose, WebAddress } from '../../fields.ts';
import type { Figure, GalleryContent } from '../contents.ts';

const WordsUnlessDecorative = ValidateBy({
  name: 'wordsUnlessDecorative',
  validator: {
    validate: (alt, at) => !alt || !(at?.object as Figure | undefined)?.decorative,
    defaultMessage: () => 'alt must be empty for a decorative picture, or set decorative to false',
  },
});

export class GalleryPicture implements Figure {
  @Id('The image') imageId!: string;
  @WordsUnlessDecorative
  @Line(300, 'What it shows; empty only when decorative')
  alt!: string;
  @Flag('Nobody misses it who cannot see it') decorative!: boolean;
  @Prose(300, 'Caption') caption!: string;
  @Line(120, 'Who made it, apart from the caption') credit!: string;
  @WebAddress('Where it comes from', { blank: true }) creditUrl!: string;
  @OneOf(licences, 'Terms of use here') licence!: Licence;
}

export class GallerySection implements GalleryContent {
  @Prose(1000, 'Before the pictures') intro!: string;
  @ListOf(() => GalleryPicture, 40, 'Pictures, in order') images!: GalleryPicture[];
}
