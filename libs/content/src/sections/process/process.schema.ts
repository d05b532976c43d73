import { Line, ListOf, Prose } from '../../fields.ts';
import type { ProcessContent } from '../contents.ts';
import { lengths } from '../lengths.ts';

export class ProcessStep {
  @Line(lengths.process.title, 'Name of the step') title!: string;
  @Prose(lengths.process.detail, 'What happens in it') detail!: string;
  @Line(lengths.process.duration, 'How long it takes', { example: '약 1시간' }) duration!: string;
}

export class ProcessSection implements ProcessContent {
  @Prose(lengths.intro, 'Before the steps') intro!: string;
  @ListOf(() => ProcessStep, lengths.process.steps, 'Steps, in order') steps!: ProcessStep[];
}
