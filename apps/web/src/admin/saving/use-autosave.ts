import { useSyncExternalStore } from 'react';
import type { Autosave, Snapshot } from './autosave.ts';

/** What is typed, what is saved, and how saving goes. */
export const useAutosave = <Value>(save: Autosave<Value>): Snapshot<Value> =>
  useSyncExternalStore(save.subscribe, save.getSnapshot, save.getSnapshot);
