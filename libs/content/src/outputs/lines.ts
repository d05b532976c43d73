/** The lines of a text, each without the space around it and none of them empty, with `between` between them. */
export const joinLines = (text: string, between: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join(between);
