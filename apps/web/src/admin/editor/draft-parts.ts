import type { SectionContent, SectionKind } from '@gonggo/content';
import type { ChangeFacts, Draft, DraftFacts, DraftSection } from '@gonggo/contract';
import { ApiProblem, type Client } from '@gonggo/contract/client';
import { changedFacts, mergeFacts } from '../facts/merge-facts.ts';
import { Autosave, PartlySaved, type Stored } from '../saving/autosave.ts';
import type { Held } from '../saving/held.ts';
import { same } from '../saving/same.ts';

export interface SectionValue {
  heading: string;
  content: SectionContent;
}

export interface EditedSection {
  id: string;
  kind: SectionKind;
  save: Autosave<SectionValue>;
  /** What is typed in its form but is no content. */
  held: Held;
}

/** True while the server lacks something that was typed in it. */
export const isUnsaved = ({ save, held }: EditedSection): boolean => save.dirty || held.any;

type Keep = (copy: { value: unknown; revision: number } | null) => void;

export const storedSection = ({
  heading,
  content,
  revision,
  updatedAt,
  updatedBy,
}: DraftSection): Stored<SectionValue> => ({
  value: { heading, content },
  revision,
  at: updatedAt,
  by: updatedBy,
});

export const storedFacts = ({ facts, revision, updatedAt }: Draft): Stored<DraftFacts> => ({
  value: facts,
  revision,
  at: updatedAt,
  by: null,
});

/** Saves the facts: only those that changed are sent, and one that is refused holds back no other; changes of different facts by two people are merged. */
export const factsAutosave = (client: Client, draft: Draft, keep: Keep) =>
  new Autosave<DraftFacts>({
    stored: storedFacts(draft),
    same,
    merge: mergeFacts,
    typedOver: (base, typed, copy) => ({ ...copy, ...changedFacts(base, typed) }) as DraftFacts,
    readCurrent: (current) => storedFacts(current as Draft),
    keep,
    save: async (value, base, keepalive) => {
      const send = async (change: ChangeFacts) =>
        storedFacts(await client.drafts.change(draft.id, base.revision, change, { keepalive }));
      const change = changedFacts(base.value, value);
      try {
        return await send(change);
      } catch (error) {
        const rest = withoutRefused(change, error);
        if (!rest) throw error;
        const stored = await send(rest);
        throw new PartlySaved(
          { ...stored, value: { ...base.value, ...rest } as DraftFacts },
          error as ApiProblem,
        );
      }
    },
  });

/** What the server might still take of a change of which it named a fact; null = nothing, or it named none. */
function withoutRefused(change: ChangeFacts, error: unknown): ChangeFacts | null {
  if (!(error instanceof ApiProblem) || error.status === 412) return null;
  const named = error.errors.map(({ pointer }) => pointer.split('/')[1]);
  if (error.code === 'slug-taken') named.push('slug');
  const rest = Object.entries(change).filter(([name]) => !named.includes(name));
  return rest.length > 0 && rest.length < Object.keys(change).length ? Object.fromEntries(rest) : null;
}

/** Saves one section: its heading, its content, or both, as they changed. */
export const sectionAutosave = (client: Client, postingId: string, section: DraftSection, keep: Keep) =>
  new Autosave<SectionValue>({
    stored: storedSection(section),
    same,
    readCurrent: (current) => storedSection(current as DraftSection),
    keep,
    save: async (value, base, keepalive) => {
      const body = {
        ...(value.heading === base.value.heading ? {} : { heading: value.heading }),
        ...(same(value.content, base.value.content) ? {} : { content: value.content }),
      };
      return storedSection(
        await client.drafts.saveSection(postingId, section.id, base.revision, body, { keepalive }),
      );
    },
  });
