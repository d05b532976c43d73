import { ValidateBy } from 'class-validator';
import { licences, type Licence } from '../../document.ts';
import { Flag, Id, Line, ListOf, OneOf, Prose, WebAddress } from '../../fields.ts';
import type { Figure, GalleryContent } from '../contents.ts';
import { lengths } from '../lengths.ts';

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
  @Line(lengths.figure.alt, 'What it shows; empty only when decorative')
  alt!: string;
  @Flag('Nobody misses it who cannot see it') decorative!: boolean;
  @Prose(lengths.figure.caption, 'Caption') caption!: string;
  @Line(lengths.figure.credit, 'Who made it, apart from the caption') credit!: string;
  @WebAddress('Where it comes from', { blank: true }) creditUrl!: string;
  @OneOf(licences, 'Terms of use here') licence!: Licence;
}

export class GallerySection implements GalleryContent {
  @Prose(lengths.intro, 'Before the pictures') intro!: string;
  @ListOf(() => GalleryPicture, lengths.gallery.images, 'Pictures, in order') images!: GalleryPicture[];
}
