/** An address as people read it: `/posts/%EC%A3%BC` → `/posts/주`. What can't be read stays as it is. */
export function readableAddress(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address; // a stray % sign
  }
}
