import type { RichText } from '../../document.ts';
import { Line, ListOf, Prose } from '../../fields.ts';
import type { FaqContent } from '../contents.ts';
import { Rich } from '../rich-field.ts';

export class FaqItem {
  @Line(200, 'The question') question!: string;
  @Rich('The answer') answer!: RichText;
}

export class FaqSection implements FaqContent {
  @Prose(1000, 'Before the questions') intro!: string;
  @ListOf(() => FaqItem, 50, 'Questions, in order') items!: FaqItem[];
}
