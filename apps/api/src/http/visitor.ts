import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../config/config.ts';

/**
 * The address of the person who asks. The site hands it over with the secret made at start; anybody else's word
 * counts only from `TRUSTED_PROXIES` (Fastify's own `ip`). Never the client's choice (trust, rule G).
 */
export function visitorAddress(request: FastifyRequest, config: Pick<Config, 'siteSecret'>): string {
  const told = request.headers['x-gonggo-visitor'];
  if (typeof told === 'string' && isIP(told) && knowsSecret(request.headers, config)) return told;
  return request.ip;
}

/** Whether our own site asks, and for itself: it names no visitor for whom it passes this on. */
export function isSite(headers: IncomingHttpHeaders, config: Pick<Config, 'siteSecret'>): boolean {
  return headers['x-gonggo-visitor'] === undefined && knowsSecret(headers, config);
}

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

export function knowsSecret(
  headers: IncomingHttpHeaders,
  { siteSecret }: Pick<Config, 'siteSecret'>,
): boolean {
  const secret = headers['x-gonggo-secret'];
  return typeof secret === 'string' && siteSecret !== null && same(secret, siteSecret);
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
