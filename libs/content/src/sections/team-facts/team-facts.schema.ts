import { Day, Line, ListOf } from '../../fields.ts';
import type { TeamFactsContent } from '../contents.ts';

export class TeamFact {
  @Line(60, 'What is counted', { example: '팀원' }) label!: string;
  @Line(120, 'The fact', { example: '8명' }) value!: string;
}

export class TeamFactsSection implements TeamFactsContent {
  @Day('The day on which these facts were true') asOf!: string;
  @ListOf(() => TeamFact, 20, 'Facts') items!: TeamFact[];
}
