import { Line, ListOf, OneOf, Prose } from '../../fields.ts';
import type { RichText } from '../../document.ts';
import type { TechStackContent } from '../contents.ts';
import { Rich } from '../rich-field.ts';
import { lengths } from '../lengths.ts';

export const eras = ['old', 'new', 'shared'] as const;
const max = lengths.techStack;
type Era = (typeof eras)[number];

export class Technology {
  @Line(max.name, 'Name as readers know it', { example: 'Node.js' }) name!: string;
  @Line(60, 'simple-icons slug, or empty', { example: 'nodedotjs' }) icon!: string;
  @Line(max.note, 'What it is used for') note!: string;
}

export class TechnologyGroup {
  @Line(max.name, 'Name of the group') name!: string;
  @OneOf(eras, 'Where it stands in "old → new"; shared serves both; null = no such story', { nullable: true })
  era!: Era | null;
  @ListOf(() => Technology, max.items, 'Technologies') items!: Technology[];
}

export class TechStackSection implements TechStackContent {
  @Prose(lengths.intro, 'Before the groups') intro!: string;
  @ListOf(() => TechnologyGroup, max.groups, 'Groups, in order') groups!: TechnologyGroup[];
  @Rich('After the groups', { nullable: true }) body!: RichText | null;
}
