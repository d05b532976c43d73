import { InputRule, type MarkConfig, type NodeConfig } from '@tiptap/core';
import type { MarkSpec, NodeSpec } from '@tiptap/pm/model';
import { Refused } from '../attributes.ts';
import { blocks, marks, type BlockName, type MarkName } from '../registry.ts';

/** What `check()` enforces is the spec's; what the DOM says beyond our own rules is not believed. */
const attributesOf = ({ attrs = {} }: NodeSpec | MarkSpec) =>
  Object.fromEntries(
    Object.entries(attrs).map(([name, attribute]) => [
      name,
      {
        ...(Object.hasOwn(attribute, 'default')
          ? { default: attribute.default as unknown }
          : { isRequired: true }),
        ...(attribute.validate ? { validate: attribute.validate } : {}),
        parseHTML: () => null,
        rendered: false,
        // A new item of a list starts undone; everything else goes on as it was.
        keepOnSplit: name !== 'checked',
      },
    ]),
  );

/** A shortcut that does nothing where its block may not be so, such as a list that begins with the number 20261231. */
const ifAllowed = (rule: InputRule): InputRule =>
  new InputRule({
    find: rule.find,
    undoable: rule.undoable,
    handler(props) {
      try {
        return rule.handler(props);
      } catch (error) {
        if (error instanceof Refused) return null;
        throw error;
      }
    },
  });

/**
 * A block's spec as the fields of a Tiptap node. Each field is set: one that is missing would be taken from
 * the stock extension it extends, and the editor would allow what the server refuses.
 */
export function nodeStructure(name: BlockName): Partial<NodeConfig> {
  const spec: NodeSpec = blocks[name].spec;
  const orNull = <T>(value: T | undefined) => (value ?? null) as unknown as NonNullable<T>;
  return {
    name,
    content: orNull(spec.content),
    marks: orNull(spec.marks),
    group: orNull(spec.group),
    inline: orNull(spec.inline),
    atom: orNull(spec.atom),
    selectable: orNull(spec.selectable),
    draggable: orNull(spec.draggable),
    code: orNull(spec.code),
    whitespace: orNull(spec.whitespace),
    linebreakReplacement: orNull(spec.linebreakReplacement),
    defining: orNull(spec.defining),
    isolating: orNull(spec.isolating),
    addAttributes: () => attributesOf(spec),
    addInputRules() {
      return (this.parent?.() ?? []).map(ifAllowed);
    },
    parseHTML: () => spec.parseDOM ?? [],
    ...(spec.toDOM ? { renderHTML: ({ node }) => spec.toDOM?.(node) ?? ['div', 0] } : {}),
  };
}

export function markStructure(name: MarkName): Partial<MarkConfig> {
  const spec: MarkSpec = marks[name].spec;
  const orNull = <T>(value: T | undefined) => (value ?? null) as unknown as NonNullable<T>;
  return {
    name,
    inclusive: orNull(spec.inclusive),
    excludes: orNull(spec.excludes),
    group: orNull(spec.group),
    spanning: orNull(spec.spanning),
    code: orNull(spec.code),
    // Tiptap orders by priority, and the order of marks is part of the stored form.
    priority: 100,
    addAttributes: () => attributesOf(spec),
    // Signs that were pasted stay: Markdown is read as a whole where it is recognised, never searched for in other text.
    addPasteRules: () => [],
    parseHTML: () => spec.parseDOM ?? [],
    renderHTML: ({ mark }) => spec.toDOM?.(mark, true) ?? ['span', 0],
  };
}
