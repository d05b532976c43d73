import { Prose } from '../../fields.ts';
import type { RichText } from '../../document.ts';
import type { ProseContent } from '../contents.ts';
import { Rich } from '../rich-field.ts';
import { lengths } from '../lengths.ts';

/** Introduction, role, qualifications, preferred, how we work, what you gain, benefits, closing, free text. */
export class ProseSection implements ProseContent {
  @Prose(lengths.intro, 'A line or two before the text, apart from its items') intro!: string;
  @Rich('The text') body!: RichText;
}
