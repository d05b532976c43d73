import { unsaved } from '../facts/facts-typing.ts';
import type { Held } from '../saving/held.ts';
import type { SaveState } from '../saving/autosave.ts';
import type { EditedSection } from './draft-parts.ts';
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

const heaviest = (kinds: ReadonlySet<Overall>): Overall => weight.find((one) => kinds.has(one)) ?? 'saved';

const heldKinds = ({ any, snapshot }: Held): Overall[] =>
  any ? [snapshot.shown ? 'invalid' : 'unsaved'] : [];

/** How saving one section goes, with what its form holds. */
export const sectionState = ({ save, held }: EditedSection): Overall =>
  heaviest(new Set([save.snapshot.state.kind, ...heldKinds(held)]));

/** How saving goes, over all parts of a draft, and when the last of them was saved. */
export function overallOf(store: DraftStore): { kind: Overall; at: string | null } {
  const { sections } = store;
  const parts = [store.facts, ...sections.map((section) => section.save)];
  const states = parts.map((part) => part.snapshot.state);
  const kinds = new Set<Overall>([
    ...states.map((state) => state.kind),
    ...sections.flatMap(({ held }) => heldKinds(held)),
  ]);
  const { errors, shown } = store.typing.snapshot;
  if (unsaved(shown).length) kinds.add('invalid');
  else if (unsaved(errors).length) kinds.add('unsaved');
  if (store.snapshot.outline.ordering || store.uploads.any) kinds.add('saving');
  const times = states.flatMap((state) => (state.kind === 'saved' && state.at ? [state.at] : []));
  return { kind: heaviest(kinds), at: times.sort().at(-1) ?? null };
}
