import { Flag, Line, Prose, WebAddress } from '../../fields.ts';
import type { ApplyContent } from '../contents.ts';
import { lengths } from '../lengths.ts';

export class ApplySection implements ApplyContent {
  @Line(lengths.apply.label, 'What the button says', { example: '지원하기' }) label!: string;
  @Prose(lengths.apply.note, 'A line beside the button') note!: string;
  @WebAddress("Where it leads; null = the posting's own apply address", { nullable: true, mail: true })
  url!: string | null;
  @Flag('Also shown as a bar that stays in reach while reading') sticky!: boolean;
}
