import { Id, Line, ListOf, Prose } from '../../fields.ts';
import type { PeopleContent } from '../contents.ts';

export class Person {
  @Line(80, 'Name or nickname') name!: string;
  @Line(120, 'What they do') role!: string;
  @Prose(600, 'What they say') words!: string;
  @Id('Portrait: an image', { nullable: true }) imageId!: string | null;
}

export class PeopleSection implements PeopleContent {
  @Prose(1000, 'Before the people') intro!: string;
  @ListOf(() => Person, 30, 'People') people!: Person[];
}
