import { useState } from 'react';

let made = 0;
const fresh = (count: number) => Array.from({ length: count }, () => ++made);

/** A key for each of `count` items that stays with its item when the list is reordered through `arrange`. */
export function useItemKeys(count: number): {
  keys: number[];
  arrange: (change: (keys: number[]) => number[]) => void;
} {
  const [kept, setKept] = useState<number[]>([]);
  const keys = kept.length > count ? kept.slice(0, count) : [...kept];
  if (keys.length < count) keys.push(...fresh(count - keys.length));
  if (keys.length !== kept.length) setKept(keys);
  return { keys, arrange: (change) => setKept(change(keys)) };
}

/** The list with the items at two places exchanged. */
export function exchanged<Item>(items: readonly Item[], one: number, other: number): Item[] {
  const [moved] = items.slice(one, one + 1);
  const rest = items.toSpliced(one, 1);
  return moved === undefined ? [...items] : rest.toSpliced(other, 0, moved);
}
