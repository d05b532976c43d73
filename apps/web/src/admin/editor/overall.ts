import { unsaved } from '../facts/facts-typing.ts';
import type { SaveState } from '../saving/autosave.ts';
import type { DraftStore } from './draft-store.ts';

/** `invalid`: something typed is not understood, and so not saved. */
export type Overall = SaveState<unknown>['kind'] | 'invalid';

/** The state worth knowing first: what needs a person, then what is under way, then rest. */
const weight: readonly Overall[] = [
  'conflict',
  'gone',
  'refused',
  'invalid',
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
  const { errors, shown } = store.typing.snapshot;
  if (unsaved(shown).length) kinds.add('invalid');
  else if (unsaved(errors).length) kinds.add('unsaved');
  if (store.snapshot.outline.ordering) kinds.add('saving');
  const kind = weight.find((one) => kinds.has(one)) ?? 'saved';
  const times = states.flatMap((state) => (state.kind === 'saved' && state.at ? [state.at] : []));
  return { kind, at: times.sort().at(-1) ?? null };
}
