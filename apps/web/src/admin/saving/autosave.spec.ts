import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { anAutosave, byHand, settle, stored } from './autosave.testing.ts';

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

  test('a newer copy is taken over at rest, never over what is typed or on its way; an older one not at all', async () => {
    const { calls, save } = byHand();
    const { autosave } = anAutosave(save);
    autosave.catchUp(stored('그쪽 글', 3));
    autosave.catchUp(stored('늦게 온 글', 2));
    expect(autosave.snapshot).toMatchObject({ value: '그쪽 글', stored: { revision: 3 }, epoch: 0 });

    autosave.change('내 글');
    await jest.advanceTimersByTimeAsync(800);
    autosave.change('그쪽 글'); // taken back while its save is on its way
    autosave.catchUp(stored('또 그쪽 글', 5));
    expect(autosave.snapshot).toMatchObject({ value: '그쪽 글', stored: { revision: 3 } });
    calls[0]?.answer(4);
    await jest.advanceTimersByTimeAsync(800);
    expect(calls[1]).toMatchObject({ value: '그쪽 글', revision: 4 });
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
