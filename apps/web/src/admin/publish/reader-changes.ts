import type { PostingDocument } from '@gonggo/content';
import type { PublishedPosting } from '@gonggo/contract';
import type { FactName } from '../facts/merge-facts.ts';
import { same } from '../saving/same.ts';

export interface ReaderChanges {
  facts: FactName[];
  added: PublishedPosting['sections'];
  removed: PublishedPosting['sections'];
  changed: PublishedPosting['sections'];
  /** The sections that both have stand in another order. */
  moved: boolean;
}

const moment = (at: string | null) => at && new Date(at).toISOString();

/** Facts that readers see, by the name of the draft's fact. */
const factsOf = (posting: PublishedPosting): Partial<Record<FactName, unknown>> => {
  const { title, jobTitle, summary, slug, cover, tags, authors, facts } = posting;
  const [opensAt, closesAt] = [moment(facts.opensAt), moment(facts.closesAt)];
  const top = { title, jobTitle, summary, slug, cover, authors, tagIds: tags };
  return { ...facts, ...top, opensAt, closesAt };
};

/** What changes for readers when `next` takes the place of `now`. */
export function readerChanges(now: PublishedPosting, next: PostingDocument): ReaderChanges {
  const [before, after] = [factsOf(now), factsOf(next as PublishedPosting)];
  const facts = (Object.keys(after) as FactName[]).filter((name) => !same(before[name], after[name]));
  const old = new Map(now.sections.map((section) => [section.id, section]));
  const sections = next.sections as PublishedPosting['sections'];
  const kept = new Set(sections.map((section) => section.id));
  const words = ({ heading, content }: PublishedPosting['sections'][number]) => ({ heading, content });
  const order = (list: PublishedPosting['sections']) =>
    list.flatMap(({ id }) => (old.has(id) && kept.has(id) ? id : []));
  return {
    facts,
    added: sections.filter(({ id }) => !old.has(id)),
    removed: now.sections.filter(({ id }) => !kept.has(id)),
    changed: sections.filter((section) => {
      const was = old.get(section.id);
      return was !== undefined && !same(words(was), words(section));
    }),
    moved: !same(order(now.sections), order(sections)),
  };
}

export const isEmpty = ({ facts, added, removed, changed, moved }: ReaderChanges) =>
  !moved && [facts, added, removed, changed].every((list) => list.length === 0);
