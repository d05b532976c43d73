import { badRequest } from '../problem/problem.ts';

/** Throws 400 where percent-encoding is broken or its bytes are no UTF-8: they would be taken for other characters. */
export function checkEncoding(address: string): void {
  try {
    decodeURIComponent(address);
  } catch {
    throw badRequest('The address holds a broken percent-encoding. Encode it as UTF-8.');
  }
}
