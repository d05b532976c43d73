import { createElement, type ReactNode } from 'react';
import type { RichNode, RichText } from '../document.ts';
import type { RenderContext } from '../outputs/context.ts';
import { inside } from './block.ts';
import { headingAnchors } from './headings.ts';
import { inlineTree, type Inline } from './inline.ts';
import { blockOf, markOf } from './registry.ts';

interface RichTextViewProps {
  value: RichText;
  context: RenderContext;
  /** Above the fragments of its headings; the section's own unless a section holds several texts. */
  anchor?: string;
}

/** Rich text as elements. Pure: the same on the site, in the API's HTML and in feeds. */
export function RichTextView({ value, context, anchor = context.anchor }: RichTextViewProps) {
  const anchors = anchor && context.form !== 'feed' ? headingAnchors(value, anchor) : undefined;
  return viewOf(value.doc, value.doc, context, anchors);
}

/** Functions, not components, down to the views themselves: there are many nodes, and a component costs. */
function viewOf(
  node: RichNode,
  parent: RichNode,
  context: RenderContext,
  anchors: Map<RichNode, string> | undefined,
): ReactNode {
  const { View } = blockOf(node.type);
  const nodes = inside(node);
  const isText = nodes.some(({ type }) => type === 'text' || type === 'hardBreak');
  const children = isText
    ? inlineTree(nodes).map(running)
    : nodes.map((child) => viewOf(child, node, context, anchors));
  const props = { node, attrs: node.attrs ?? {}, context, parent, anchor: anchors?.get(node) };
  // One argument per child: they never change places, so none needs a key.
  return createElement(View, { ...props, children: undefined }, ...children);
}

function running(inline: Inline): ReactNode {
  if ('node' in inline) return inline.node.type === 'hardBreak' ? createElement('br') : inline.node.text;
  const { View } = markOf(inline.mark.type);
  return createElement(
    View,
    { attrs: inline.mark.attrs ?? {}, children: undefined },
    ...inline.inner.map(running),
  );
}
