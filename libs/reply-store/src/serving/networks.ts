import { isIP } from 'node:net';

/** What limits count by: an IPv4 address, or the /64 that one IPv6 subscriber holds at least. */
export const networkOf = (address: string): string => networksOf(address).narrow;

/**
 * The same, and the wider networks that one IPv6 subscriber may hold as well: whoever has a /48 has 65,536 of /64.
 * An IPv4 address has none.
 */
export function networksOf(address: string): { narrow: string; wider: string[] } {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return { narrow: mapped, wider: [] };
  const plain = address.split('%', 1)[0] ?? '';
  if (isIP(plain) !== 6) return { narrow: plain, wider: [] };
  const [head = '', tail] = plain.split('::') as [string, string?];
  const left = head.split(':').filter(Boolean);
  const right = (tail ?? '').split(':').filter(Boolean);
  const zeros =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  const [a = 0, b = 0, c = 0, d = 0] = [...left, ...zeros, ...right].map((part) => parseInt(part, 16));
  const network = (bits: number, ...parts: number[]) =>
    `${parts.map((part) => part.toString(16)).join(':')}::/${bits}`;
  return { narrow: network(64, a, b, c, d), wider: [network(56, a, b, c, d & 0xff00), network(48, a, b, c)] };
}
