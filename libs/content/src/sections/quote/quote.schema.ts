import { Id, Line, Prose } from '../../fields.ts';
import type { QuoteContent } from '../contents.ts';
import { lengths } from '../lengths.ts';

export class QuoteSection implements QuoteContent {
  @Prose(lengths.quote.words, 'What somebody says') words!: string;
  @Line(lengths.quote.who, 'Name and role') who!: string;
  @Id('Portrait: an image', { nullable: true }) imageId!: string | null;
}
