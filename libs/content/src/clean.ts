import { foreignBreaks as breaks, noCharacters } from './control-codes.ts';

const nothingToSee = /^[\s\p{Default_Ignorable_Code_Point}]*$/u;

/** Nothing in place of signs that nobody can see; spaces alone stay, for whoever is still typing. */
const seen = (text: string): string =>
  nothingToSee.test(text) && /\p{Default_Ignorable_Code_Point}/u.test(text) ? '' : text;

/** One line of text in its stored form: NFC, a space for every tab and break but `\n`, which no line has. */
export const cleanLine = (text: string): string =>
  seen(text.normalize('NFC').replace(breaks, ' ').replaceAll('\t', ' ').replace(noCharacters, ''));

/** Text of several lines in its stored form: NFC, every break as `\n`. */
export const cleanLines = (text: string): string =>
  seen(text.normalize('NFC').replace(/\r\n?/g, '\n').replace(breaks, '\n').replace(noCharacters, ''));

/** The words of one text node: a break in it is no break of ours. */
export const cleanWords = (text: string): string =>
  text.normalize('NFC').replace(/\r\n?/g, '\n').replace(breaks, ' ').replace(noCharacters, '');

/** `U+0007` */
export const codePointName = (sign: string): string =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
