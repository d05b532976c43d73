import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { limits } from '../limits.ts';

/** Blocks inside blocks, text included, as `limits.depth` counts them. A paragraph without text counts as if it had some: typing must never be what is refused. */
function depthOf(node: Node): number {
  if (node.isTextblock) return 2;
  let deepest = 0;
  node.forEach((child) => (deepest = Math.max(deepest, depthOf(child))));
  return deepest + 1;
}

/** Refuses a change that nests deeper than what can be saved, before anything is lost in it. */
export const depthPlugin = (onTooDeep: () => void) =>
  new Plugin({
    filterTransaction(tr, state) {
      if (!tr.docChanged) return true;
      const depth = depthOf(tr.doc);
      if (depth <= limits.depth || depth <= depthOf(state.doc)) return true;
      onTooDeep();
      return false;
    },
  });
