import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ApiProblem, ApiUnreachable } from '@gonggo/contract/client';
import { Autosave, type AutosaveOptions, type Stored } from './autosave.ts';
import { same } from './same.ts';

type Save = AutosaveOptions<string>['save'];
const stored = (value: string, revision: number): Stored<string> => ({
  value,
  revision,
  at: '2026-01-01T00:00:00Z',
  by: null,
});
const problem = (status: number, current?: object, retryAfter: number | null = null) =>
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

function anAutosave(save: Save, more: Partial<AutosaveOptions<string>> = {}) {
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
function byHand() {
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

const settle = () => jest.advanceTimersByTimeAsync(0);

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

describe('when it saves', () => {
  test('800 ms after the last change, with the revision it started from', async () => {
    const { calls, save } = byHand();
    const { autosave, kind } = anAutosave(save);
    autosave.change('가');
    await jest.advanceTimersByTimeAsync(700);
    autosave.change('가나');
    await jest.advanceTimersByTimeAsync(799);
    expect(calls).toHaveLength(0);
    expect(kind()).toBe('unsaved');

    await jest.advanceTimersByTimeAsync(1);
    expect(calls).toMatchObject([{ value: '가나', revision: 1 }]);
    expect(kind()).toBe('saving');

    calls[0]?.answer(2);
    await settle();
    expect(kind()).toBe('saved');
  });

  test('one request in flight, and the newest value wins', async () => {
    const { calls, save } = byHand();
    const { autosave, kind } = anAutosave(save);
    autosave.change('가');
    await jest.advanceTimersByTimeAsync(800);
    for (const value of ['가나', '가나다', '가나다라']) {
      autosave.change(value);
      await jest.advanceTimersByTimeAsync(2000);
    }
    expect(calls).toHaveLength(1);

    calls[0]?.answer(2);
    await jest.advanceTimersByTimeAsync(800);
    expect(calls).toHaveLength(2);
    expect(calls[1]).toMatchObject({ value: '가나다라', revision: 2 });
    expect(kind()).toBe('saving');
  });

  test('a change that is taken back is not sent and leaves no copy', async () => {
    const { calls, save } = byHand();
    const { autosave, kept, kind } = anAutosave(save);
    autosave.change('처음이');
    autosave.change('처음');
    await jest.advanceTimersByTimeAsync(5000);
    expect(calls).toHaveLength(0);
    expect(kept.at(-1)).toBeNull();
    expect(kind()).toBe('saved');
  });

  test('flush sends at once, also what was typed during a save in flight', async () => {
    const { calls, save } = byHand();
    const { autosave } = anAutosave(save);
    autosave.change('가');
    const first = autosave.flush();
    await settle();
    autosave.change('가나');
    const second = autosave.flush();
    calls[0]?.answer(2);
    await settle();
    expect(calls[1]).toMatchObject({ value: '가나', revision: 2 });
    calls[1]?.answer(3);
    await expect(second).resolves.toBe(true);
    await first;
  });
});

describe('what it keeps on this device', () => {
  test('every change at once, until the server has confirmed it', async () => {
    const { calls, save } = byHand();
    const { autosave, kept } = anAutosave(save);
    autosave.change('가');
    expect(kept).toEqual(['가']);
    await jest.advanceTimersByTimeAsync(800);
    autosave.change('가나');
    calls[0]?.answer(2);
    await settle();
    expect(kept.at(-1)).toBe('가나');
    await jest.advanceTimersByTimeAsync(800);
    calls[1]?.answer(3);
    await settle();
    expect(kept.at(-1)).toBeNull();
  });

  test('a copy of the present revision is brought back and saved', async () => {
    const { calls, save } = byHand();
    const { autosave } = anAutosave(save);
    autosave.recover({ value: '되살린 글', revision: 1 });
    expect(autosave.snapshot).toMatchObject({ value: '되살린 글', epoch: 1 });
    await settle();
    expect(calls).toMatchObject([{ value: '되살린 글', revision: 1 }]);
  });

  test('a copy of an older revision is a conflict, not an overwrite', async () => {
    const { calls, save } = byHand();
    const { autosave, kept, kind } = anAutosave(save);
    autosave.recover({ value: '되살린 글', revision: 0 });
    await jest.advanceTimersByTimeAsync(5000);
    expect(kind()).toBe('conflict');
    expect(kept.at(-1)).toBe('되살린 글');
    expect(calls).toHaveLength(0);
  });

  test('a copy the server already has is dropped', () => {
    const { autosave, kept, kind } = anAutosave(byHand().save);
    autosave.recover({ value: '처음', revision: 0 });
    expect(kept).toEqual([null]);
    expect(kind()).toBe('saved');
  });
});

describe('when somebody saved first', () => {
  const theirs = stored('그쪽 글', 7);

  async function inConflict() {
    const { calls, save } = byHand();
    const rest = anAutosave(save);
    rest.autosave.change('내 글');
    await jest.advanceTimersByTimeAsync(800);
    calls[0]?.fail(problem(412, theirs));
    await settle();
    return { ...rest, calls };
  }

  test('it stops, and both texts are there', async () => {
    const { autosave, calls, kept } = await inConflict();
    expect(autosave.snapshot).toMatchObject({ value: '내 글', state: { kind: 'conflict', theirs } });
    autosave.change('내 글, 더');
    await jest.advanceTimersByTimeAsync(60_000);
    expect(calls).toHaveLength(1);
    expect(kept.at(-1)).toBe('내 글, 더');
  });

  test('mine is saved over their revision', async () => {
    const { autosave, calls, kind } = await inConflict();
    autosave.keepMine();
    await settle();
    expect(calls[1]).toMatchObject({ value: '내 글', revision: 7 });
    calls[1]?.answer(8);
    await settle();
    expect(kind()).toBe('saved');
  });

  test('theirs replaces mine, and mine is handed back', async () => {
    const { autosave, kept, kind } = await inConflict();
    expect(autosave.takeTheirs()).toBe('내 글');
    expect(autosave.snapshot).toMatchObject({ value: '그쪽 글', epoch: 1 });
    expect(kept.at(-1)).toBeNull();
    expect(kind()).toBe('saved');
  });

  test('a 412 with exactly our text is our own save, whose answer was lost', async () => {
    const { calls, save } = byHand();
    const { autosave, kind } = anAutosave(save);
    autosave.change('내 글');
    await jest.advanceTimersByTimeAsync(800);
    calls[0]?.fail(problem(412, stored('내 글', 2)));
    await settle();
    expect(kind()).toBe('saved');
    expect(autosave.snapshot.stored.revision).toBe(2);
  });

  test('changes that do not touch each other are merged and saved', async () => {
    const { calls, save } = byHand();
    const { autosave } = anAutosave(save, { merge: (_, mine, others) => `${others} + ${mine}` });
    autosave.change('내 글');
    await jest.advanceTimersByTimeAsync(800);
    calls[0]?.fail(problem(412, theirs));
    await jest.advanceTimersByTimeAsync(800);
    expect(calls[1]).toMatchObject({ value: '그쪽 글 + 내 글', revision: 7 });
  });
});

describe('when it cannot save', () => {
  test('offline: kept, tried again after 2, 4, 8 s, and at once when asked', async () => {
    const { calls, save } = byHand();
    const { autosave, kind, kept } = anAutosave(save);
    autosave.change('가');
    await jest.advanceTimersByTimeAsync(800);
    calls[0]?.fail(new ApiUnreachable(null));
    await settle();
    expect(kind()).toBe('offline');
    await jest.advanceTimersByTimeAsync(2000);
    expect(calls).toHaveLength(2);
    calls[1]?.fail(new ApiUnreachable(null));
    await jest.advanceTimersByTimeAsync(3999);
    expect(calls).toHaveLength(2);

    autosave.change('가나');
    expect(kept.at(-1)).toBe('가나');
    autosave.retry();
    await settle();
    expect(calls[2]).toMatchObject({ value: '가나', revision: 1 });
    calls[2]?.answer(2);
    await settle();
    expect(kind()).toBe('saved');
  });

  test('a busy server is waited for as long as it says', async () => {
    const { calls, save } = byHand();
    const { autosave, kind } = anAutosave(save);
    autosave.change('가');
    await jest.advanceTimersByTimeAsync(800);
    calls[0]?.fail(problem(503, undefined, 9));
    await jest.advanceTimersByTimeAsync(8999);
    expect(calls).toHaveLength(1);
    expect(kind()).toBe('offline');
    await jest.advanceTimersByTimeAsync(1);
    expect(calls).toHaveLength(2);
  });

  test('signed out: waits for a sign-in, then saves', async () => {
    const { calls, save } = byHand();
    const { autosave, kind } = anAutosave(save);
    autosave.change('가');
    await jest.advanceTimersByTimeAsync(800);
    calls[0]?.fail(problem(401));
    await jest.advanceTimersByTimeAsync(60_000);
    expect(kind()).toBe('signed-out');
    expect(calls).toHaveLength(1);
    autosave.retry();
    await settle();
    expect(calls).toHaveLength(2);
  });

  test('refused: says why, and the next change is tried', async () => {
    const { calls, save } = byHand();
    const { autosave, kind } = anAutosave(save);
    autosave.change('너무 긴 글');
    await jest.advanceTimersByTimeAsync(800);
    calls[0]?.fail(problem(413));
    await jest.advanceTimersByTimeAsync(60_000);
    expect(kind()).toBe('refused');
    expect(calls).toHaveLength(1);
    autosave.change('짧은 글');
    await jest.advanceTimersByTimeAsync(800);
    expect(calls[1]).toMatchObject({ value: '짧은 글' });
  });

  test('deleted elsewhere: nothing is sent any more, the text stays', async () => {
    const { calls, save } = byHand();
    const { autosave, kind } = anAutosave(save);
    autosave.change('내 글');
    await jest.advanceTimersByTimeAsync(800);
    calls[0]?.fail(problem(404));
    await jest.advanceTimersByTimeAsync(60_000);
    expect(kind()).toBe('gone');
    expect(autosave.snapshot.value).toBe('내 글');
    expect(calls).toHaveLength(1);
  });
});
