import { licences, type Licence } from '@gonggo/content';
import { Flag, Id, Line, ListOf, Moment, One, OneOf, WebAddress, Whole } from '@gonggo/content/schema';
import { Page } from './drafts.ts';

export class ImageSourceFile {
  @Line(300, 'Path on the site: /media/…') url!: string;
  @OneOf(['image/avif', 'image/webp'] as const, 'Type') type!: 'image/avif' | 'image/webp';
  @Whole(1, 20_000, 'Pixels') width!: number;
  @Whole(1, 20_000, 'Pixels') height!: number;
}

/** What anybody may know of an image that a live posting or the site itself shows. */
export class PublishedImage {
  @Id('Image') id!: string;
  @Whole(1, 20_000, 'Pixels, after rotation') width!: number;
  @Whole(1, 20_000, 'Pixels') height!: number;
  @Line(60, 'Base64 thumbhash') thumbhash!: string;
  @ListOf(() => ImageSourceFile, 12, 'Files, widest first within a type') sources!: ImageSourceFile[];
  @Line(300, 'Usual alternative text') alt!: string;
  @Line(120, 'Usual credit') credit!: string;
  @WebAddress('Usual credit address', { blank: true }) creditUrl!: string;
  @OneOf(licences, 'Terms of use') licence!: Licence;
}

/** An image and the words that usually go with it. */
export class Image {
  @Id('Image') id!: string;
  @Line(200, 'File name as uploaded') name!: string;
  @Whole(1, 20_000, 'Pixels, after rotation') width!: number;
  @Whole(1, 20_000, 'Pixels') height!: number;
  @Whole(1, 100_000_000, 'Bytes as uploaded') bytes!: number;
  @Line(64, 'SHA-256 of the uploaded file, hex') hash!: string;
  @Line(60, 'Base64 thumbhash') thumbhash!: string;
  @ListOf(() => ImageSourceFile, 12, 'Files, widest first within a type') sources!: ImageSourceFile[];
  @Line(300, 'Usual alternative text') alt!: string;
  @Line(120, 'Usual credit') credit!: string;
  @WebAddress('Usual credit address', { blank: true }) creditUrl!: string;
  @OneOf(licences, 'Terms of use') licence!: Licence;
  @Whole(1, 2_147_483_647, 'Revision') revision!: number;
  @Whole(0, 100_000, 'Drafts and live postings that use it') uses!: number;
  @Moment('Uploaded') createdAt!: string;
  @Flag('AVIF files are still being made') working!: boolean;
}

export class ImageList {
  @ListOf(() => Image, 100, 'Newest first') data!: Image[];
  @One(() => Page, 'Where to go on') page!: Page;
}

export class ChangeImage {
  @Line(300, 'Alt', { optional: true }) alt?: string;
  @Line(120, 'Credit', { optional: true }) credit?: string;
  @WebAddress('Credit address', { optional: true, blank: true }) creditUrl?: string;
  @OneOf(licences, 'Terms', { optional: true }) licence?: Licence;
}

export class ImageUse {
  @Id('Posting', { nullable: true }) postingId!: string | null;
  @Line(200, 'Its title, or what else uses it') title!: string;
  @OneOf(['draft', 'live', 'publication', 'account', 'settings'] as const, 'Where') where!:
    'draft' | 'live' | 'publication' | 'account' | 'settings';
}

export class ImageUseList {
  @ListOf(() => ImageUse, 1000, 'Uses') data!: ImageUse[];
}
