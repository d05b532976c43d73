import { Line, ListOf, Prose } from '../../fields.ts';
import type { ProcessContent } from '../contents.ts';

export class ProcessStep {
  @Line(120, 'Name of the step') title!: string;
  @Prose(1000, 'What happens in it') detail!: string;
  @Line(60, 'How long it takes', { example: '약 1시간' }) duration!: string;
}

export class ProcessSection implements ProcessContent {
  @Prose(1000, 'Before the steps') intro!: string;
  @ListOf(() => ProcessStep, 20, 'Steps, in order') steps!: ProcessStep[];
}
