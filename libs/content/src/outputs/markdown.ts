import { escapeLineStarts, escapeText } from '../rich-text/markdown/escape.ts';

/**
 * Words as Markdown that reads back as the same words: nothing in them becomes emphasis, a heading, a list, code
 * or HTML. Line breaks become hard ones; blank lines around the words are dropped.
 */
export const markdownWords = (words: string): string =>
  escapeLineStarts(escapeText(words.trim()))
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\\\n');

/** The same for a single line: breaks become spaces. */
export const markdownLine = (words: string): string => markdownWords(words.replace(/\s*\n\s*/g, ' ').trim());

/** An address inside `( )`. */
export const markdownAddress = (url: string): string =>
  url.replace(/[\s<>()\\]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);

/** Blocks, one blank line apart; empty ones leave no trace. */
export const blocks = (parts: (string | null | undefined | false)[]): string =>
  parts.filter((part): part is string => !!part && part.trim() !== '').join('\n\n');

/** Lines after the first moved in by `by`, so that they stay in their list item. */
export const indent = (text: string, by: string): string => text.replace(/\n(?=[^\n])/g, `\n${by}`);

/** Every line behind `> `. */
export const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line ? `> ${line}` : '>'))
    .join('\n');
