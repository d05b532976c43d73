import type { Draft } from '@gonggo/contract';
import { openLocalCopies, type LocalCopies } from '../saving/local-copies.ts';
import { client } from '../session/client.ts';
import { DraftStore } from './draft-store.ts';

const open = new Map<string, DraftStore>();
let copies: LocalCopies | undefined;

/**
 * The store of a draft. Leaving the editor and coming back while its last words are still on their way finds the
 * same store, so that nobody meets a conflict with themselves.
 */
export function openDraft(draft: Draft, account: string): DraftStore {
  const known = open.get(draft.id);
  if (known) {
    known.absorb(draft);
    return known;
  }
  copies ??= openLocalCopies();
  const store = new DraftStore(client, draft, copies, account);
  open.set(draft.id, store);
  void store.recover();
  return store;
}

/** The editor is left: everything is sent, and the store goes once the server has it. */
export async function leaveDraft(id: string): Promise<void> {
  const store = open.get(id);
  await store?.flush();
  if (store && !store.dirty && open.get(id) === store) open.delete(id);
}

export const enterDraft = (store: DraftStore) => void open.set(store.snapshot.draft.id, store);
