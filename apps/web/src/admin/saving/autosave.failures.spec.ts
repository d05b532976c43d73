import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ApiUnreachable } from '@gonggo/contract/client';
import { anAutosave, byHand, problem, settle } from './autosave.testing.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

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

  test('a fault that nobody thought of is tried again like an answer that did not come', async () => {
    const told = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const { calls, save } = byHand();
    const { autosave, kind } = anAutosave(save);
    autosave.change('내 글');
    await jest.advanceTimersByTimeAsync(800);
    calls[0]?.fail(new TypeError('terminated'));
    await settle();
    expect(kind()).toBe('offline');
    expect(told).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(2_000);
    calls[1]?.answer(2);
    await settle();
    expect(kind()).toBe('saved');
    told.mockRestore();
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
