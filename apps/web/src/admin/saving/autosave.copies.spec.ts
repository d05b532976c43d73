import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { anAutosave, byHand, settle } from './autosave.testing.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

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

  test('a copy that comes after somebody has typed takes the place of no word', async () => {
    const { calls, save } = byHand();
    const { autosave, kept } = anAutosave(save);
    autosave.change('새로 친 글');
    expect(autosave.recover({ value: '되살린 글', revision: 1 })).toBe(false);
    expect(autosave.snapshot).toMatchObject({ value: '새로 친 글', epoch: 0 });
    expect(kept).toEqual(['새로 친 글']);
    await jest.advanceTimersByTimeAsync(800);
    expect(calls).toMatchObject([{ value: '새로 친 글', revision: 1 }]);
  });

  test('where both can be one value, what was typed lies over the copy', async () => {
    const { calls, save } = byHand();
    const { autosave } = anAutosave(save, { typedOver: (_, typed, copy) => `${copy} + ${typed}` });
    autosave.change('새로 친 글');
    expect(autosave.recover({ value: '되살린 글', revision: 1 })).toBe(true);
    await settle();
    expect(calls).toMatchObject([{ value: '되살린 글 + 새로 친 글', revision: 1 }]);
  });

  test('a copy the server already has is dropped, but never what is typed over it', () => {
    const { autosave, kept } = anAutosave(byHand().save);
    autosave.change('새로 친 글');
    expect(autosave.recover({ value: '처음', revision: 0 })).toBe(true);
    expect(kept).toEqual(['새로 친 글']);
  });

  test('a copy the server already has is dropped', () => {
    const { autosave, kept, kind } = anAutosave(byHand().save);
    autosave.recover({ value: '처음', revision: 0 });
    expect(kept).toEqual([null]);
    expect(kind()).toBe('saved');
  });
});
