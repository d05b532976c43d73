import { Day, Line, ListOf } from '../../fields.ts';
import type { TeamFactsContent } from '../contents.ts';
import { lengths } from '../lengths.ts';

export class TeamFact {
  @Line(lengths.teamFacts.label, 'What is counted', { example: '팀원' }) label!: string;
  @Line(lengths.teamFacts.value, 'The fact', { example: '8명' }) value!: string;
}

export class TeamFactsSection implements TeamFactsContent {
  @Day('The day on which these facts were true') asOf!: string;
  @ListOf(() => TeamFact, lengths.teamFacts.items, 'Facts') items!: TeamFact[];
}
