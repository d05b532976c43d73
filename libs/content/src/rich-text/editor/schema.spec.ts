/** @jest-environment jsdom */
import { expect, test } from '@jest/globals';
import { getSchema } from '@tiptap/core';
import type { MarkType, NodeType } from '@tiptap/pm/model';
import { richTextSchema } from '../schema.ts';
import { childTypes } from '../testing/samples.ts';
import { editorExtensions } from './extensions.ts';

const editorSchema = getSchema(editorExtensions('ko'));

const attributesOf = ({ spec }: NodeType | MarkType) =>
  Object.fromEntries(
    Object.entries(spec.attrs ?? {}).map(([name, { validate, ...rest }]) => [
      name,
      { ...rest, validates: typeof validate },
    ]),
  );

const nodeShape = (type: NodeType) => ({
  content: type.spec.content,
  holds: Array.from(childTypes(type), ({ name }) => name),
  marks: type.markSet?.map(({ name }) => name) ?? 'all',
  groups: type.spec.group,
  attributes: attributesOf(type),
  inline: type.isInline,
  atom: type.isAtom,
  leaf: type.isLeaf,
  code: type.spec.code ?? false,
  whitespace: type.whitespace,
  defining: type.spec.defining ?? false,
  isolating: type.spec.isolating ?? false,
  selectable: type.spec.selectable ?? true,
  draggable: type.spec.draggable ?? false,
  tableRole: type.spec.tableRole as unknown,
});

const markShape = (type: MarkType) => ({
  attributes: attributesOf(type),
  excludes: Object.values(type.schema.marks)
    .filter((other) => type.excludes(other))
    .map(({ name }) => name),
  inclusive: type.spec.inclusive ?? true,
  code: type.spec.code ?? false,
});

test('the editor knows the same blocks as the server, with the same attributes and contents', () => {
  expect(Object.keys(editorSchema.nodes).sort()).toEqual(Object.keys(richTextSchema.nodes).sort());
  for (const [name, type] of Object.entries(richTextSchema.nodes)) {
    expect({ name, ...nodeShape(editorSchema.nodes[name] as NodeType) }).toEqual({
      name,
      ...nodeShape(type),
    });
  }
  expect(editorSchema.topNodeType.name).toBe('doc');
});

test('the editor knows the same marks in the same order', () => {
  expect(Object.keys(editorSchema.marks)).toEqual(Object.keys(richTextSchema.marks));
  for (const [name, type] of Object.entries(richTextSchema.marks)) {
    expect({ name, ...markShape(editorSchema.marks[name] as MarkType) }).toEqual({
      name,
      ...markShape(type),
    });
  }
});
