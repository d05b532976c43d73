import { Extension } from '@tiptap/core';
import { safely } from './dispatch.ts';
import type { OnFault } from './fault.ts';
import { safetyPlugin } from './plugin.ts';

/** The law of the text: no change may lose what was typed, pasted, dropped or composed. */
export const Safety = Extension.create<{ onFault: OnFault }>({
  name: 'safety',
  priority: 2000,
  addOptions: () => ({ onFault: () => undefined }),
  dispatchTransaction({ transaction, next }) {
    safely(this.editor, transaction, next);
  },
  addProseMirrorPlugins() {
    return [safetyPlugin(this.options.onFault)];
  },
});
