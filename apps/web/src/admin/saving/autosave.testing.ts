import { jest } from '@jest/globals';
import { ApiProblem } from '@gonggo/contract/client';
import { Autosave, type AutosaveOptions, type Stored } from './autosave.ts';
import { same } from './same.ts';

export type Save = AutosaveOptions<string>['save'];
export const stored = (value: string, revision: number): Stored<string> => ({
  value,
  revision,
  at: '2026-01-01T00:00:00Z',
  by: null,
});
export const problem = (status: number, current?: object, retryAfter: number | null = null) =>
  new ApiProblem(
    {
      type: '',
      title: '',
      status,
      code: status === 412 ? 'stale-revision' : 'bad-request',
      detail: 'no',
      requestId: '',
      ...(current ? { current } : {}),
    },
    retryAfter,
  );

export function anAutosave(save: Save, more: Partial<AutosaveOptions<string>> = {}) {
  const kept: (string | null)[] = [];
  const autosave = new Autosave<string>({
    stored: stored('처음', 1),
    save,
    readCurrent: (current) => current as Stored<string>,
    keep: (copy) => kept.push(copy && copy.value),
    same,
    ...more,
  });
  return { autosave, kept, kind: () => autosave.snapshot.state.kind };
}

/** A server whose answers are given by hand. */
export function byHand() {
  const calls: {
    value: string;
    revision: number;
    answer: (revision: number) => void;
    fail: (error: Error) => void;
  }[] = [];
  const save: Save = (value, base) =>
    new Promise((resolve, reject) => {
      calls.push({
        value,
        revision: base.revision,
        answer: (revision) => resolve(stored(value, revision)),
        fail: reject,
      });
    });
  return { calls, save };
}

/** Lets what is under way get on, without the clock. */
export const settle = () => jest.advanceTimersByTimeAsync(0);
