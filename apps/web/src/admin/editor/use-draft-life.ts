import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { keys } from '../session/queries.ts';
import { signedOut } from '../session/signed-out.ts';
import type { DraftStore } from './draft-store.ts';
import { useDraft } from './editor-context.ts';
import { enterDraft, leaveDraft } from './open-drafts.ts';
import { overallOf } from './overall.ts';

/** Ties a draft to the life of the page: leaving, going offline, coming back, Ctrl+S. */
export function useDraftLife(store: DraftStore) {
  const queries = useQueryClient();
  useDraft(store);
  const { kind } = overallOf(store);
  const { id, edits } = store.snapshot.draft;

  useEffect(() => {
    enterDraft(store);
    const guard = (event: BeforeUnloadEvent) => {
      if (store.dirty) event.preventDefault();
    };
    const hide = () => {
      if (document.visibilityState === 'hidden') void store.flush(isSmall(store));
    };
    const online = () => store.retry();
    const back = () => void queries.invalidateQueries({ queryKey: keys.draft(id) });
    const save = (event: KeyboardEvent) => {
      if (
        (event.ctrlKey || event.metaKey) &&
        !event.shiftKey &&
        !event.altKey &&
        event.key.toLowerCase() === 's'
      ) {
        event.preventDefault();
        void store.flush();
      }
    };
    const signedIn = signedOut.subscribe(() => {
      if (!signedOut.get()) store.retry();
    });
    window.addEventListener('beforeunload', guard);
    window.addEventListener('online', online);
    window.addEventListener('focus', back);
    document.addEventListener('visibilitychange', hide);
    document.addEventListener('keydown', save);
    return () => {
      signedIn();
      window.removeEventListener('beforeunload', guard);
      window.removeEventListener('online', online);
      window.removeEventListener('focus', back);
      document.removeEventListener('visibilitychange', hide);
      document.removeEventListener('keydown', save);
      void leaveDraft(store.snapshot.draft.id);
    };
  }, [store, id, queries]);

  // A save refused for the want of a session opens the sign-in over the page.
  useEffect(() => {
    if (kind === 'signed-out') signedOut.set(true);
  }, [kind]);

  // Once everything is saved, the draft is asked for anew, and what the lists show of it.
  const before = useRef(kind);
  useEffect(() => {
    const wasSaving = before.current !== 'saved';
    before.current = kind;
    if (kind !== 'saved' || !wasSaving) return;
    void queries.invalidateQueries({ queryKey: keys.draft(id) });
    void queries.invalidateQueries({ queryKey: keys.drafts });
  }, [kind, id, queries]);

  // What is missing changes with every save, here or by somebody else: the draft counts them.
  const known = useRef(edits);
  useEffect(() => {
    if (known.current === edits) return;
    known.current = edits;
    void queries.invalidateQueries({ queryKey: keys.readiness(id) });
  }, [edits, id, queries]);
}

/** Browsers let a request outlive its page only up to 64 KB. */
const isSmall = (store: DraftStore) => {
  const parts = [store.facts, ...store.sections.map((section) => section.save)].filter((part) => part.dirty);
  return JSON.stringify(parts.map((part) => part.snapshot.value)).length * 3 < 60_000;
};
