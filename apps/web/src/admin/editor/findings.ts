import type { Finding } from '@gonggo/contract';
import { unsaved } from '../facts/facts-typing.ts';
import type { FactErrors } from '../facts/facts-values.ts';
import type { Words } from '../words/ko.ts';
import type { EditedSection } from './draft-parts.ts';
import type { Target } from './editor-context.ts';
import type { DraftStore } from './draft-store.ts';
import { sectionName } from './section-names.ts';

const factFindings = (errors: FactErrors, { facts, publish }: Words): Finding[] =>
  unsaved(errors).map((field) => {
    const text = publish.readiness.notUnderstood(facts.errors[errors[field] ?? 'number']);
    return { level: 'error', rule: 'fact-not-understood', ko: text, en: text, sectionId: null, field };
  });

/** What a section's form holds can't be saved as it is. */
export const heldRule = 'section-not-understood';

const heldFindings = (sections: readonly EditedSection[], { publish }: Words): Finding[] =>
  sections.map(({ id }) => {
    const text = publish.readiness.notUnderstood(publish.readiness.asFieldSays);
    return { level: 'error', rule: heldRule, ko: text, en: text, sectionId: id, field: null };
  });

const conflictFindings = (sections: readonly EditedSection[], { publish }: Words): Finding[] =>
  sections.map(({ id }) => {
    const text = publish.readiness.conflict;
    return { level: 'error', rule: 'section-conflict', ko: text, en: text, sectionId: id, field: null };
  });

/** What is typed but not understood, or waits for a choice: the server knows nothing of it. `leaving`: also where somebody still types. */
export function typedFindings(
  { typing, sections }: Pick<DraftStore, 'typing' | 'sections'>,
  words: Words,
  leaving = false,
): Finding[] {
  const { errors, shown } = typing.snapshot;
  const held = sections.filter(({ held }) => held.any && (leaving || held.snapshot.shown));
  const contested = sections.filter(({ save }) => save.snapshot.state.kind === 'conflict');
  return [
    ...factFindings(leaving ? errors : shown, words),
    ...conflictFindings(contested, words),
    ...heldFindings(held, words),
  ];
}

/** The server's findings with those of the form: a fact that is not understood is neither missing nor fine. */
export function allFindings(known: readonly Finding[], typed: readonly Finding[]): Finding[] {
  const fields = new Set(typed.flatMap(({ field }) => field ?? []));
  return [...typed, ...known.filter(({ sectionId, field }) => sectionId || !field || !fields.has(field))];
}

/** What a finding is about: a section by its name, a fact by its own. */
export function placeOf({ sectionId, field }: Finding, store: DraftStore, words: Words): string {
  const section = sectionId ? store.section(sectionId) : undefined;
  if (section) return sectionName(section.kind, section.save.snapshot.value, words.language);
  const fact = factOf(field);
  return fact && fact in words.facts.names
    ? words.facts.names[fact as keyof typeof words.facts.names]
    : words.editor.outline;
}

/** `locations.0.country` is part of the fact `locations`. */
export const factOf = (field: string | null): string | undefined => field?.split('.')[0];

/** Facts that stand at the head of the post. */
const inPost = new Set(['title', 'summary', 'cover']);

/** Where one mends what a finding is about: a fact's field, a section, all of them from the first on, or a new one. */
export function targetOf(
  { sectionId = null, field = null, rule }: Target,
  { mayEdit, sections: [first] }: { mayEdit: boolean; sections: readonly { id: string }[] },
): { panel: 'post' | 'facts'; selector: string } {
  const fact = factOf(field === 'closesAtZone' ? 'closesAt' : field);
  if (fact) return { panel: inPost.has(fact) ? 'post' : 'facts', selector: `#fact-${fact}` };
  if (sectionId) return { panel: 'post', selector: `#card-${sectionId}` };
  const all = rule === 'posting-too-large' || !mayEdit;
  return { panel: 'post', selector: all ? `#card-${first?.id ?? 'head'}` : '.a-post-end .u-button' };
}
