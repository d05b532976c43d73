import { useSyncExternalStore } from 'react';

/** One choice that this browser remembers. */
function preference<Value extends string>(
  key: string,
  values: readonly Value[],
  initial: () => Value,
  server: Value,
) {
  const listeners = new Set<() => void>();
  let value: Value | undefined;
  const read = (): Value => {
    if (value) return value;
    let stored: string | null = null;
    try {
      stored = localStorage.getItem(key);
    } catch {
      // storage is forbidden: the choice lasts as long as the page
    }
    return (value = values.find((one) => one === stored) ?? initial());
  };
  const set = (next: Value) => {
    value = next;
    try {
      localStorage.setItem(key, next);
    } catch {
      // as above
    }
    for (const listener of listeners) listener();
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  /** Whether this browser remembers a choice, rather than starting from a guess. */
  const isChosen = () => {
    try {
      return localStorage.getItem(key) !== null;
    } catch {
      return value !== undefined;
    }
  };
  return { set, isChosen, use: () => useSyncExternalStore(subscribe, read, () => server) };
}

export const language = preference(
  'gonggo:language',
  ['ko', 'en'],
  () => (navigator.language.startsWith('ko') ? 'ko' : 'en'),
  'ko',
);
export const theme = preference('gonggo:theme', ['system', 'light', 'dark'], () => 'system', 'system');
export type Theme = 'system' | 'light' | 'dark';
