import type { SaveState } from '../saving/autosave.ts';
import type { DraftStore } from './draft-store.ts';

export type Overall = SaveState<unknown>['kind'];

/** The state worth knowing first: what needs a person, then what is under way, then rest. */
const weight: readonly Overall[] = [
  'conflict',
  'gone',
  'refused',
  'signed-out',
  'offline',
  'saving',
  'unsaved',
  'saved',
];

/** How saving goes, over all parts of a draft, and when the last of them was saved. */
export function overallOf(store: DraftStore): { kind: Overall; at: string | null } {
  const parts = [store.facts, ...store.sections.map((section) => section.save)];
  const states = parts.map((part) => part.snapshot.state);
  const kinds = new Set<Overall>(states.map((state) => state.kind));
  if (store.snapshot.outline.ordering) kinds.add('saving');
  const kind = weight.find((one) => kinds.has(one)) ?? 'saved';
  const times = states.flatMap((state) => (state.kind === 'saved' && state.at ? [state.at] : []));
  return { kind, at: times.sort().at(-1) ?? null };
}
