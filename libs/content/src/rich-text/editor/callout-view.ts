import type { NodeViewRenderer } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';

/** A callout as readers see it: its emoji beside its text. Plain DOM, so that typing in it stays typing. */
export const calloutView: NodeViewRenderer = ({ node: first }) => {
  const dom = document.createElement('aside');
  const mark = dom.appendChild(document.createElement('span'));
  mark.className = 'g-emoji';
  mark.contentEditable = 'false';
  const contentDOM = dom.appendChild(document.createElement('div'));

  const draw = ({ attrs }: Node) => {
    dom.className = `g-callout g-${String(attrs.tone)}`;
    mark.textContent = String(attrs.emoji);
    mark.hidden = attrs.emoji === '';
  };
  draw(first);

  return {
    dom,
    contentDOM,
    update(node) {
      if (node.type !== first.type) return false;
      draw(node);
      return true;
    },
    ignoreMutation: (mutation) => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
  };
};
