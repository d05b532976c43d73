import { useSyncExternalStore } from 'react';
import { ownName } from './installation.ts';

/** One word that this browser remembers; where storage is forbidden, it lasts as long as the page. */
function remembered<Value extends string>(key: string, values: readonly Value[]) {
  let value: Value | null | undefined;
  const get = (): Value | null => {
    if (value !== undefined) return value;
    let stored: string | null = null;
    try {
      stored = localStorage.getItem(ownName(key));
    } catch {
      // forbidden
    }
    return (value = values.find((one) => one === stored) ?? null);
  };
  const set = (next: Value | null) => {
    value = next;
    try {
      if (next === null) localStorage.removeItem(ownName(key));
      else localStorage.setItem(ownName(key), next);
    } catch {
      // forbidden
    }
  };
  return { get, set };
}

/** One choice: what was chosen by hand in this browser, else what the account suggests, else a guess. */
export function preference<Value extends string>(
  key: string,
  values: readonly Value[],
  initial: () => Value,
  server: Value,
) {
  const chosen = remembered(key, values);
  const suggested = remembered(`${key}:account`, values);
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const get = () => chosen.get() ?? suggested.get() ?? initial();
  const set = (next: Value) => {
    chosen.set(next);
    tell();
  };
  const suggest = (next: Value | null) => {
    suggested.set(next);
    tell();
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return { get, set, suggest, use: () => useSyncExternalStore(subscribe, get, () => server) };
}

export const language = preference(
  'language',
  ['ko', 'en'],
  () => (navigator.language.startsWith('ko') ? 'ko' : 'en'),
  'ko',
);

/**
 * The admin speaks the language chosen by hand in this browser, else the account's, else the browser's; Korean, with
 * which every account starts, counts as not chosen, so that a first sign-in leaves the screen as it is.
 */
export const followAccount = (of: { language: 'ko' | 'en' }) =>
  language.suggest(of.language === 'ko' ? null : of.language);

export const theme = preference('theme', ['system', 'light', 'dark'], () => 'system', 'system');
export type Theme = 'system' | 'light' | 'dark';
