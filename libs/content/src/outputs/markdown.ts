import { escapeLineStart, escapeText } from '../rich-text/markdown/escape.ts';
import { joinLines } from './lines.ts';
import { listsApart } from './lists-apart.ts';

const lined = (escaped: string): string =>
  escaped
    .split('\n')
    .map((line) => escapeLineStart(line).trimEnd())
    .join('\\\n');

/**
 * Words as Markdown that reads back as the same words: nothing in them becomes emphasis, a heading, a list, code
 * or HTML. Line breaks become hard ones; blank lines around the words are dropped.
 */
export const markdownWords = (words: string): string => lined(escapeText(words.trim(), false));

/** The same for a single line, which may stand inside of something else: breaks become spaces. */
export const markdownLine = (words: string): string => lined(escapeText(joinLines(words, ' '), true));

/** A heading of words that are Markdown already; nothing where there are none. A `#` at their end stays. */
export const markdownHeading = (level: number, words: string): string =>
  words && `${'#'.repeat(level)} ${words.replace(/(?<=\s)#+$/, '\\$&')}`;

/** An address inside `( )`. */
export const markdownAddress = (url: string): string =>
  url
    .replace(/[\s<>()\\`]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
    .replace(/&(?=#?\w+;)/g, '\\&');

const withWords = (parts: (string | null | undefined | false)[]): string[] =>
  parts.filter((part): part is string => !!part && part.trim() !== '');

/** Blocks of Markdown, one blank line apart; empty ones leave no trace. */
export const blocks = (parts: (string | null | undefined | false)[]): string =>
  listsApart(withWords(parts)).join('\n\n');

/** Paragraphs of plain text, one blank line apart; empty ones leave no trace. */
export const paragraphs = (parts: (string | null | undefined | false)[]): string =>
  withWords(parts).join('\n\n');

/** Lines after the first moved in by `by`, so that they stay in their list item. */
export const indent = (text: string, by: string): string => text.replace(/\n(?=[^\n])/g, `\n${by}`);

/** Every line behind `> `. */
export const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line ? `> ${line}` : '>'))
    .join('\n');
