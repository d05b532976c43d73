import { Schema, type MarkSpec, type NodeSpec } from 'prosemirror-model';
import { blocks, marks, type BlockName, type MarkName } from './registry.ts';

const specs = <Name extends string, Spec>(entries: Record<Name, { spec: Spec }>) =>
  Object.fromEntries(
    Object.entries<{ spec: Spec }>(entries).map(([name, { spec }]) => [name, spec]),
  ) as Record<Name, Spec>;

/** What rich text may hold. The editor's schema is made of the same specs. */
export const richTextSchema: Schema<BlockName, MarkName> = new Schema({
  topNode: 'doc',
  nodes: specs<BlockName, NodeSpec>(blocks),
  marks: specs<MarkName, MarkSpec>(marks),
});
