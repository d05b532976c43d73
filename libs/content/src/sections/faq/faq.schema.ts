import type { RichText } from '../../document.ts';
import { Line, ListOf, Prose } from '../../fields.ts';
import type { FaqContent } from '../contents.ts';
import { Rich } from '../rich-field.ts';
import { lengths } from '../lengths.ts';

export class FaqItem {
  @Line(lengths.faq.question, 'The question') question!: string;
  @Rich('The answer') answer!: RichText;
}

export class FaqSection implements FaqContent {
  @Prose(lengths.intro, 'Before the questions') intro!: string;
  @ListOf(() => FaqItem, lengths.faq.items, 'Questions, in order') items!: FaqItem[];
}
