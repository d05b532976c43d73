import { Line, ListOf, OneOf, Prose } from '../../fields.ts';
import type { RichText } from '../../document.ts';
import type { TechStackContent } from '../contents.ts';
import { Rich } from '../rich-field.ts';

export const eras = ['old', 'new', 'shared'] as const;
type Era = (typeof eras)[number];

export class Technology {
  @Line(80, 'Name as readers know it', { example: 'Node.js' }) name!: string;
  @Line(60, 'simple-icons slug, or empty', { example: 'nodedotjs' }) icon!: string;
  @Line(160, 'What it is used for') note!: string;
}

export class TechnologyGroup {
  @Line(80, 'Name of the group') name!: string;
  @OneOf(eras, 'Where it stands in "old → new"; shared serves both; null = no such story', { nullable: true })
  era!: Era | null;
  @ListOf(() => Technology, 60, 'Technologies') items!: Technology[];
}

export class TechStackSection implements TechStackContent {
  @Prose(1000, 'Before the groups') intro!: string;
  @ListOf(() => TechnologyGroup, 20, 'Groups, in order') groups!: TechnologyGroup[];
  @Rich('After the groups', { nullable: true }) body!: RichText | null;
}
