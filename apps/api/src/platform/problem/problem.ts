import type { ProblemCode, ProblemSpot, Tombstone } from '@gonggo/contract';

export interface ProblemExtra {
  errors?: ProblemSpot[];
  /** With 412: the stored copy. */
  current?: object;
  /** With 410: what was there. */
  tombstone?: Tombstone;
  /** With `wrong-origin`: where to open the site. */
  siteUrl?: string;
  headers?: Record<string, string>;
}

/** A refusal that leaves as `application/problem+json`. `detail` says what happened and what to do about it. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: ProblemCode,
    readonly detail: string,
    readonly extra: ProblemExtra = {},
  ) {
    super(detail);
    this.name = 'Problem';
  }
}

/** 404. `what` opens the sentence: "There is no {what}." */
export const notFound = (what: string) => new Problem(404, 'not-found', `There is no ${what}.`);

/** 409: the state forbids it; `detail` says which state would allow it. */
export const conflict = (detail: string) => new Problem(409, 'conflict', detail);

/** 412: somebody saved in between. `current` is the stored copy, in the shape a GET answers. */
export const stale = (current: object) =>
  new Problem(
    412,
    'stale-revision',
    'It was changed since the revision in If-Match. `current` is the stored copy: merge with it and save on its revision.',
    { current },
  );

/** 400 with the places that are wrong. */
export const badRequest = (detail: string, errors: ProblemSpot[] = []) =>
  new Problem(400, 'bad-request', detail, errors.length ? { errors } : {});

/** 503: more work than we can do now, or the database is out of reach. */
export const overloaded = (detail = 'Too much is going on right now. Try again in a moment.', seconds = 1) =>
  new Problem(503, 'overloaded', detail, { headers: { 'retry-after': String(seconds) } });
