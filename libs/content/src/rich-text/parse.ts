import { Node } from 'prosemirror-model';
import type { RichNode, RichText } from '../document.ts';
import { pointerPart, type ParseError } from './parse-error.ts';
import { excessOf } from './limits.ts';
import { readNodes } from './read.ts';
import { checkContent } from './check-content.ts';
import { richTextSchema } from './schema.ts';
import { richTextVersion, upcast } from './versions.ts';

export type { ParseError };
export type Parsed = { ok: true; value: RichText } | { ok: false; errors: ParseError[]; tooLarge?: string };

const refused = (pointer: string, message: string): Parsed => ({ ok: false, errors: [{ pointer, message }] });

/**
 * Rich text from outside, or why not. The order matters: how much it is, then every key and attribute, then
 * the grammar, then ProseMirror's own check. What comes back is built from our own parts: never the given object.
 */
export function parseRichText(value: unknown): Parsed {
  const excess = excessOf(value);
  if (excess) {
    const errors = [{ pointer: '', message: excess.message }];
    return { ok: false, errors, ...(excess.limit === 'depth' ? {} : { tooLarge: excess.message }) };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refused(
      '',
      `must be an object: {"version": ${richTextVersion}, "doc": {"type": "doc", "content": […]}}`,
    );
  }
  for (const key of Object.keys(value)) {
    if (key !== 'version' && key !== 'doc')
      return refused(`/${pointerPart(key)}`, 'is not a key of rich text: remove it');
  }
  const current = upcast(value as { version?: unknown; doc?: unknown });
  if (!current) return refused('/version', `must be ${richTextVersion}`);

  const read = readNodes(current.doc, '/doc');
  if (!read.ok) return { ok: false, errors: read.errors };
  const errors = checkContent(read.node, '/doc');
  if (errors.length) return { ok: false, errors };

  try {
    const node = Node.fromJSON(richTextSchema, read.node);
    node.check();
    return { ok: true, value: { version: richTextVersion, doc: node.toJSON() as RichNode } };
  } catch (error) {
    if (error instanceof RangeError) return refused('/doc', error.message.slice(0, 300));
    throw error;
  }
}
