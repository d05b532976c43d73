import type { DOMOutputSpec, TagParseRule } from 'prosemirror-model';
import { Refused, type Attributes } from './attributes.ts';

/** How an atom travels through the clipboard: its name, and its attributes as JSON. */
export const boxed = (type: string, attrs: Record<string, unknown>): DOMOutputSpec => [
  'div',
  { 'data-type': type, 'data-attrs': JSON.stringify(attrs) },
];

/** The same for a block that holds others. */
export const box = (type: string, attrs: Record<string, unknown> = {}, className = ''): DOMOutputSpec => [
  'div',
  {
    'data-type': type,
    ...(Object.keys(attrs).length ? { 'data-attrs': JSON.stringify(attrs) } : {}),
    ...(className ? { class: className } : {}),
  },
  0,
];

/** Reads back what `boxed` and `box` wrote. The clipboard is input like any other: what is not allowed is no node. */
export const unboxed = (type: string, attributes: Attributes): TagParseRule => ({
  tag: `div[data-type="${type}"]`,
  priority: 60,
  getAttrs(element) {
    try {
      const given: unknown = JSON.parse(element.getAttribute('data-attrs') ?? '{}');
      if (typeof given !== 'object' || given === null) return false;
      return readAll(attributes, given as Record<string, unknown>);
    } catch (error) {
      if (error instanceof Refused || error instanceof SyntaxError) return false;
      throw error;
    }
  },
});

/** Every attribute as stored; missing ones start as their rule says. Throws `Refused`. */
export function readAll(attributes: Attributes, given: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, attribute]) => {
      const value = Object.hasOwn(given, name) ? given[name] : attribute.initial;
      return [name, attribute.read(value)];
    }),
  );
}
