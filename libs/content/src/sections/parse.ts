import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import type { SectionKind } from '../document.ts';
import type { SectionContent } from './contents.ts';
import { excessOf } from '../rich-text/limits.ts';
import { parseRichText } from '../rich-text/parse.ts';
import { contentClasses } from './registry.schema.ts';
import { richFieldsOf } from './rich-field.ts';

/** `pointer` is a JSON pointer (RFC 6901) relative to the content. */
export interface ContentError {
  pointer: string;
  message: string;
}

export type ParsedContent =
  | { ok: true; content: SectionContent }
  | { ok: false; errors: ContentError[]; /** Names the limit that was passed: a 413. */ tooLarge?: string };

/**
 * Checks a section's content and returns the copy to store: size and depth first, then the class of its kind
 * (unknown keys refused, strings NFC), then its rich text by the ProseMirror schema.
 */
export function parseSectionContent(kind: SectionKind, value: unknown): ParsedContent {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { ok: false, errors: [{ pointer: '', message: 'content must be an object' }] };
  }
  const excess = excessOf(value);
  if (excess) {
    const message = `The section ${excess.message}.`;
    const errors = [{ pointer: '', message }];
    return { ok: false, errors, ...(excess.limit === 'depth' ? {} : { tooLarge: message }) };
  }

  const content = plainToInstance<object, object>(contentClasses[kind], value);
  const errors = [
    ...validateSync(content, {
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
    }).flatMap((error) => spots(error, '')),
    ...parseRichFields(content, ''),
  ];
  if (errors.length > 0) return { ok: false, errors };
  return { ok: true, content: JSON.parse(JSON.stringify(content)) as SectionContent };
}

/** Replaces the rich text fields below `node` by what the parser gives back. */
function parseRichFields(node: object, pointer: string): ContentError[] {
  const rich = richFieldsOf(node);
  return Object.entries(node).flatMap(([property, value]: [string, unknown]) => {
    if (typeof value !== 'object' || value === null) return [];
    const at = `${pointer}/${escaped(property)}`;
    if (!rich.includes(property)) return parseRichFields(value, at);
    const parsed = parseRichText(value);
    if (!parsed.ok) return parsed.errors.map((error) => ({ ...error, pointer: at + error.pointer }));
    Object.assign(node, { [property]: parsed.value });
    return [];
  });
}

function spots(
  { property, constraints = {}, children = [] }: ValidationError,
  above: string,
): ContentError[] {
  const pointer = `${above}/${escaped(property)}`;
  return [
    ...Object.values(constraints).map((message) => ({ pointer, message })),
    ...children.flatMap((child) => spots(child, pointer)),
  ];
}

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
