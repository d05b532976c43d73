import { Id, Line, ListOf, Prose } from '../../fields.ts';
import type { PeopleContent } from '../contents.ts';
import { lengths } from '../lengths.ts';

export class Person {
  @Line(lengths.people.name, 'Name or nickname') name!: string;
  @Line(lengths.people.role, 'What they do') role!: string;
  @Prose(lengths.people.words, 'What they say') words!: string;
  @Id('Portrait: an image', { nullable: true }) imageId!: string | null;
}

export class PeopleSection implements PeopleContent {
  @Prose(lengths.intro, 'Before the people') intro!: string;
  @ListOf(() => Person, lengths.people.people, 'People') people!: Person[];
}
