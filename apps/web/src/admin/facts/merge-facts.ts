import type { ChangeFacts, DraftFacts } from '@gonggo/contract';
import { same } from '../saving/same.ts';

export type FactName = keyof DraftFacts;

/** The facts that differ, as a change to send. */
export function changedFacts(base: DraftFacts, mine: DraftFacts): ChangeFacts {
  return Object.fromEntries(differing(base, mine).map((name) => [name, mine[name]]));
}

export const differing = (one: DraftFacts, other: DraftFacts): FactName[] =>
  (Object.keys(other) as FactName[]).filter((name) => !same(one[name], other[name]));

/** Both changed the facts since `base`. One out of both, or null when they changed the same fact differently. */
export function mergeFacts(base: DraftFacts, mine: DraftFacts, theirs: DraftFacts): DraftFacts | null {
  const ours = differing(base, mine);
  const clash = ours.some((name) => !same(base[name], theirs[name]) && !same(mine[name], theirs[name]));
  return clash ? null : { ...theirs, ...Object.fromEntries(ours.map((name) => [name, mine[name]])) };
}
