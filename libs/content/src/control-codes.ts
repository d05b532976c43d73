/*
 * Sets of signs that are no text, each named once. `\p{Cc}` is Unicode's class of control codes: C0 (U+0000–U+001F), DEL
 * and C1 (U+0080–U+009F).
 */

/** Where other programs end a line: vertical tab (Word's manual break), form feed, NEL, U+2028, U+2029. */
export const foreignBreaks = /[\v\f\u0085\u2028\u2029]/g;

/** What one line of text does not hold: C0, DEL and Unicode's own breaks. */
export const notInOneLine = /(?![\u0080-\u009f])[\p{Cc}\u2028\u2029]/u;

/** What text of several lines does not hold: C0 but for tabs and line ends, and DEL. */
export const notInLines = /(?![\t\n\r\u0080-\u009f])\p{Cc}/u;

/** What rich text does not hold: control codes that stand for no space or break, and halves of characters. */
export const notInRichText = /(?![\t\n\v\f\r])[\p{Cc}\p{Surrogate}]/u;

/** Code points that Unicode keeps from ever being characters. */
export const noCharacters = /[\ufffe\uffff]/g;
