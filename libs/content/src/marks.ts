/** UAX #15 (Stream-Safe Text Format) stops at 30; nothing that people read comes near this. */
const mostInARow = 64;

/**
 * Whether more combining marks follow each other than any script writes. Composing a text (NFC) takes time that grows
 * with the square of such a row: ask this first of whatever comes from outside, in time that grows with its length.
 */
export function pilesMarks(text: string): boolean {
  for (const [row] of text.matchAll(/\p{M}{2,}/gu)) if (row.length > mostInARow) return true;
  return false;
}
