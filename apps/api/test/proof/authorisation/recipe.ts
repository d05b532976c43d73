import type { TestApi } from '../../support/api.ts';
import type { RawRequest } from '../raw-http.ts';
import type { Subject } from './callers.ts';
import type { Fixtures, Situation } from './fixtures.ts';

/** One right request, ready to send. Only who sends it decides whether it may. */
export interface Attempt extends Omit<RawRequest, 'method' | 'body' | 'path'> {
  /** Without the prefix `/api/v1`. */
  path: string;
  body?: unknown;
  form?: { type: string; bytes: Buffer };
  /** Sent with these credentials instead, which are the same person's. */
  as?: Subject;
}

export interface Given extends Situation {
  api: TestApi;
  fixtures: Fixtures;
  caller: Subject;
}

export interface Recipe {
  /** What row it is about, if any: then it is tried on rows of every kind. */
  about?: 'draft' | 'image' | 'session';
  /** Answers of those who may, where the row's own state stands against it. Otherwise 2xx. */
  refusedBy?: Partial<Record<Situation['state'], number>>;
  /** After a success the row is no longer what it was. */
  spends?: true;
  make(given: Given): Attempt | Promise<Attempt>;
}

export const get = (path: string): Recipe => ({ make: () => ({ path }) });
export const match = (revision: number) => ({ 'if-match': `"${revision}"` });
