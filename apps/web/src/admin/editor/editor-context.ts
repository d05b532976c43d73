import type { ImagePicker } from '@gonggo/content/editor';
import { createContext, use, useSyncExternalStore } from 'react';
import type { DraftSnapshot, DraftStore } from './draft-store.ts';
import type { Start } from './focus.ts';

/** Part of a draft, or what a finding is about. */
export interface Target {
  sectionId?: string | null;
  field?: string | null;
  rule?: string;
}

export interface EditorTools {
  store: DraftStore;
  mayEdit: boolean;
  picker: ImagePicker;
  /** Sections whose form is open. */
  opened: ReadonlySet<string>;
  open: (sectionId: string, start?: Start) => void;
  close: (sectionId: string) => void;
  /** Brings what it is about into view and puts the caret there. */
  jump: (to: Target) => void;
  /** Deletes a section, with a way back. */
  remove: (sectionId: string) => void;
  /** Adds a section and opens it. */
  add: (kind: Parameters<DraftStore['add']>[0], after?: string | null) => void;
}

export const EditorContext = createContext<EditorTools | null>(null);

export function useEditor(): EditorTools {
  const tools = use(EditorContext);
  if (!tools) throw new Error('useEditor outside of the editor');
  return tools;
}

export const useDraft = (store: DraftStore): DraftSnapshot =>
  useSyncExternalStore(store.subscribe, store.getSnapshot, store.getSnapshot);
