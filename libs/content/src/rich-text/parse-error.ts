export interface ParseError {
  /** JSON pointer (RFC 6901) below the rich text. */
  pointer: string;
  message: string;
}

/** A key as a part of a JSON pointer, short enough for a message. */
export const pointerPart = (key: string): string =>
  key.slice(0, 60).replaceAll('~', '~0').replaceAll('/', '~1');
