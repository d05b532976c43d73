import type { Draft } from '@gonggo/contract';
import { ApiProblem, type Client } from '@gonggo/contract/client';
import type { DraftStore } from '../editor/draft-store.ts';
import { newId } from '../session/new-id.ts';

/** Why a publication was not put back: text here is not saved, or the draft is no longer what this page shows. */
export class NotRestored extends Error {
  constructor(readonly why: 'unsaved' | 'changed') {
    super(`Not restored: ${why}`);
    this.name = 'NotRestored';
  }
}

/**
 * Puts a publication back into the draft that this page shows, and no other: what is typed here is saved first, and
 * what somebody else saved is shown instead of overwritten.
 */
export async function restorePublication(client: Client, store: DraftStore, version: number): Promise<Draft> {
  await store.flush();
  if (store.dirty) throw new NotRestored('unsaved');
  const draft = await client.drafts.get(store.snapshot.draft.id);
  if (!isShown(store, draft)) throw changed(store, draft);
  return client.drafts
    .restore(draft.id, version, draft.edits, { idempotencyKey: newId() })
    .catch((error: unknown) => {
      if (error instanceof ApiProblem && error.status === 412) throw changed(store, error.current as Draft);
      throw error;
    });
}

/** Whether every part on this page started from what the server has. */
function isShown(store: DraftStore, { revision, sections }: Draft): boolean {
  const { order } = store.snapshot;
  return (
    store.facts.snapshot.stored.revision === revision &&
    order.length === sections.length &&
    sections.every(
      (one, n) =>
        order[n] === one.id && store.section(one.id)?.save.snapshot.stored.revision === one.revision,
    )
  );
}

function changed(store: DraftStore, draft: Draft): NotRestored {
  store.absorb(draft);
  return new NotRestored('changed');
}
