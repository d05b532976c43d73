import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { anAutosave, byHand, problem, settle, stored } from './autosave.testing.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

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
