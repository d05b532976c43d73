/** Something the person at the keyboard can act on: printed without a stack. */
export class Problem extends Error {}

/** Ends the process with the message of a Problem, or with the stack of anything else. */
export function fail(error) {
  console.error(error instanceof Problem ? `\n${error.message}\n` : error);
  process.exit(1);
}
