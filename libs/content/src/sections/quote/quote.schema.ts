import { Id, Line, Prose } from '../../fields.ts';
import type { QuoteContent } from '../contents.ts';

export class QuoteSection implements QuoteContent {
  @Prose(600, 'What somebody says') words!: string;
  @Line(120, 'Name and role') who!: string;
  @Id('Portrait: an image', { nullable: true }) imageId!: string | null;
}
