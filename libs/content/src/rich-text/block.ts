import type { MarkSpec, NodeSpec } from 'prosemirror-model';
import type { ReactNode } from 'react';
import type { RichNode } from '../document.ts';
import type { RenderContext, TextContext } from '../outputs/context.ts';
import { attributeSpecs, type Attributes, type Values } from './attributes.ts';

export interface ViewProps<A> {
  node: RichNode;
  attrs: A;
  context: RenderContext;
  /** What the node holds, already shown. */
  children: ReactNode;
  /** The node it stands in. */
  parent: RichNode;
  /** The fragment that leads here; headings only. */
  anchor?: string;
}

/** Writes what a node holds as Markdown or as plain text. */
export interface Writer {
  context: TextContext;
  /** Blocks, one blank line apart. */
  blocks(nodes: readonly RichNode[]): string;
  /** A line of running text; `br` is how a break inside it is written. */
  inline(nodes: readonly RichNode[], br?: string): string;
  /** A block on one line, for the cells of a table. */
  flat(node: RichNode): string;
  /** A block as plain text on one line, nothing escaped. */
  plain(node: RichNode): string;
}

/** A block: its node, checks and all its outputs in one place. Methods, so that a list of all of them is one type. */
export interface Block<A extends object = Record<string, unknown>> {
  attributes: Attributes;
  spec: NodeSpec;
  /** What a node must hold beyond each attribute alone: the place below it, and what to do. */
  refuse?(attrs: A, node: RichNode): [where: string, message: string] | null;
  View(props: ViewProps<A>): ReactNode;
  toMarkdown(node: RichNode, attrs: A, writer: Writer): string;
  toText(node: RichNode, attrs: A, writer: Writer): string;
}

type Definition<A extends Attributes> = Omit<Block<Values<A>>, 'attributes' | 'spec'> & {
  attributes?: A;
  spec: NodeSpec;
};

/** A block whose attributes are typed by their rules. */
export function defineBlock<A extends Attributes = Record<never, never>>({
  attributes,
  spec,
  ...outputs
}: Definition<A>): Block<Values<A>> {
  const rules: Attributes = attributes ?? {};
  return {
    ...outputs,
    attributes: rules,
    spec: attributes ? { ...spec, attrs: attributeSpecs(rules) } : spec,
  };
}

export interface InlineMark<A extends object = Record<string, unknown>> {
  attributes: Attributes;
  spec: MarkSpec;
  View(props: { attrs: A; children: ReactNode }): ReactNode;
  /** `before` and `after`: the characters next to it, or '' at the ends of a line. */
  toMarkdown(inner: string, attrs: A, around: { before: string; after: string }): string;
  toText(inner: string, attrs: A): string;
}

type MarkDefinition<A extends Attributes> = Omit<InlineMark<Values<A>>, 'attributes' | 'spec' | 'toText'> & {
  attributes?: A;
  spec: MarkSpec;
  toText?(inner: string, attrs: Values<A>): string;
};

/** A mark whose attributes are typed by their rules. Plain text shows its words only, unless it says more. */
export function defineMark<A extends Attributes = Record<never, never>>({
  attributes,
  spec,
  toText = (inner) => inner,
  ...outputs
}: MarkDefinition<A>): InlineMark<Values<A>> {
  const rules: Attributes = attributes ?? {};
  return {
    ...outputs,
    toText,
    attributes: rules,
    spec: attributes ? { ...spec, attrs: attributeSpecs(rules) } : spec,
  };
}

/** The children of a node, never undefined. */
export const inside = (node: RichNode): RichNode[] => node.content ?? [];

/** All text in a node, without marks. */
export const textIn = (node: RichNode): string => node.text ?? inside(node).map(textIn).join('');
