import { formatDay } from '@gonggo/content';
import type { Words } from '../words/ko.ts';
import type { SectionValue } from './draft-parts.ts';

/** One line of a text that is held against another; a picture is a line of its own. */
export interface CompareLine {
  text: string;
  imageId?: string;
}

/** What people read in a section, in order, with a line for each picture, each link and each choice beside the words. */
export function linesOf({ heading, content }: SectionValue, words: Words): CompareLine[] {
  const lines: CompareLine[] = heading.trim() ? [{ text: heading }] : [];
  collect(content, lines, words);
  return lines;
}

/** The lines as text to copy. */
export const textOf = (lines: CompareLine[]) => lines.map(({ text }) => text).join('\n');

type Json = Record<string, unknown>;

/** The order in which people read. JSON has none: a stored content may name its keys in another one than a typed one. */
const order = [
  ...[
    'imageId',
    'intro',
    'asOf',
    'question',
    'title',
    'label',
    'name',
    'value',
    'era',
    'role',
    'words',
    'who',
  ],
  ...[
    'detail',
    'duration',
    'note',
    'caption',
    'description',
    'siteName',
    'credit',
    'text',
    'url',
    'creditUrl',
  ],
  ...[
    'href',
    'provider',
    'attrs',
    'marks',
    'groups',
    'steps',
    'people',
    'images',
    'items',
    'answer',
    'body',
    'doc',
    'content',
  ],
];

function collect(value: unknown, into: CompareLine[], words: Words) {
  if (Array.isArray(value)) {
    for (const one of value) collect(one, into, words);
  } else if (isObject(value)) {
    const inline = inlineText(value);
    if (inline?.trim()) into.push({ text: inline });
    for (const key of order) {
      const one = value[key];
      if (typeof one !== 'string') collect(one, into, words);
      else if (one.trim() && !(key === 'text' && value.type === 'text'))
        into.push(line(key, one, value, words));
    }
  }
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** The running text of a paragraph in one piece, so that a word in bold does not tear it apart. */
function inlineText({ content }: Json): string | null {
  if (!Array.isArray(content)) return null;
  return content
    .filter(isObject)
    .map(({ type, text }) => (type === 'text' ? String(text) : type === 'hardBreak' ? '\n' : ''))
    .join('');
}

function line(key: string, text: string, of: Json, { conflict, language }: Words): CompareLine {
  if (key === 'imageId') return { text: conflict.picture(String(of.alt ?? '')), imageId: text };
  if (key === 'era') return { text: conflict.eras[text as keyof typeof conflict.eras] ?? text };
  if (key === 'asOf') return { text: formatDay(text, 'UTC', language) };
  if (key === 'provider') return { text: conflict.link(`${text} ${String(of.id)}`) };
  if (key === 'url' || key === 'creditUrl' || key === 'href') return { text: conflict.link(text) };
  return { text };
}
