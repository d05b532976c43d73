import { createElement, Fragment, type ReactNode } from 'react';
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
  return <Node node={value.doc} parent={value.doc} context={context} anchors={anchors} />;
}

interface NodeProps {
  node: RichNode;
  parent: RichNode;
  context: RenderContext;
  anchors: Map<RichNode, string> | undefined;
}

function Node({ node, parent, context, anchors }: NodeProps): ReactNode {
  const { View } = blockOf(node.type);
  const children = inside(node);
  const isText = children.some(({ type }) => type === 'text' || type === 'hardBreak');
  return createElement(
    View,
    { node, attrs: node.attrs ?? {}, context, parent, anchor: anchors?.get(node), children: undefined },
    isText
      ? inlineTree(children).map((inline, at) => <Running key={at} inline={inline} />)
      : children.map((child, at) => (
          <Node key={at} node={child} parent={node} context={context} anchors={anchors} />
        )),
  );
}

function Running({ inline }: { inline: Inline }): ReactNode {
  if ('node' in inline) return inline.node.type === 'hardBreak' ? <br /> : inline.node.text;
  const { View } = markOf(inline.mark.type);
  return (
    <View attrs={inline.mark.attrs ?? {}}>
      {inline.inner.map((one, at) => (
        <Fragment key={at}>
          <Running inline={one} />
        </Fragment>
      ))}
    </View>
  );
}
