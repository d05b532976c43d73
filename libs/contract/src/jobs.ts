import { Id, Line, ListOf, Moment, OneOf, Prose, Whole } from '@gonggo/content/schema';

/** waiting: for its moment, or for another try · running · failed: gave up, kept with its error · done: forgotten after a week. */
export const jobStates = ['waiting', 'running', 'failed', 'done'] as const;
export type JobState = (typeof jobStates)[number];

/** Work that is done apart from any request. */
export class JobInfo {
  @Id('Job') id!: string;
  @Line(80, 'What it does') kind!: string;
  @OneOf(jobStates, 'State') state!: JobState;
  @Moment('When it is due, or next tried') runAt!: string;
  @Whole(0, 1000, 'Times it was begun') attempts!: number;
  @Whole(1, 1000, 'Times it is begun at most') maxAttempts!: number;
  @Prose(2000, 'Why it failed last', { nullable: true }) lastError!: string | null;
  @Moment('Enqueued') createdAt!: string;
  @Moment('Done', { nullable: true }) doneAt!: string | null;
}

export class JobList {
  @ListOf(() => JobInfo, 200, 'Failed first, then running and waiting by moment, then done, newest first')
  data!: JobInfo[];
}
