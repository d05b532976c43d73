import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';

/**
 * Blocks inside blocks, text included, that still fit into a request: each takes two levels of JSON, and the
 * API refuses bodies deeper than 32.
 */
const mostInEditor = 12;

/** A paragraph without text counts as if it had some: typing must never be what is refused. */
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
      if (depth <= mostInEditor || depth <= depthOf(state.doc)) return true;
      onTooDeep();
      return false;
    },
  });
