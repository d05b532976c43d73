import { PluginKey, type Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** What became of words when the editor failed or could not take them as they were; names of the editor's labels. */
export type Fault = 'keptPlain' | 'notTaken' | 'notMoved' | 'filesRefused';
export type OnFault = (what: Fault) => void;

export const safetyKey = new PluginKey<null>('safety');

/** Logs why, and tells whoever writes. */
export function fault(view: EditorView, what: Fault, why?: unknown): void {
  if (why !== undefined) logFault(why);
  const plugin = safetyKey.get(view.state) as (Plugin & { spec: { onFault?: OnFault } }) | undefined;
  plugin?.spec.onFault?.(what);
}

export const logFault = (why: unknown): void =>
  console.error('The editor failed and kept the words alone:', why);
