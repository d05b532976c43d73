import type { IncomingMessage, IncomingHttpHeaders } from 'node:http';
import { isIP, type BlockList } from 'node:net';

/** Headers by which proxies speak to each other. A visitor's own are never passed on. */
const forwarding =
  /^(forwarded|x-forwarded-.*|x-real-ip|x-client-ip|x-cluster-client-ip|true-client-ip|cf-.*|fastly-client-ip|x-original-.*|x-rewrite-url|x-gonggo-.*|x-middleware-.*|x-nextjs-.*|x-now-.*|x-vercel-.*|x-invoke-.*|x-matched-path)$/;

/** Deletes them in place. */
export function stripForwarding(headers: IncomingHttpHeaders): void {
  for (const name of Object.keys(headers)) if (forwarding.test(name)) delete headers[name];
}

/** What Next's pages and the admin's own requests for their parts need, and how long each may be. */
const forNext: Record<string, number> = {
  accept: 500,
  'accept-encoding': 500,
  'accept-language': 500,
  connection: 100,
  host: 300,
  'if-none-match': 300,
  'next-router-prefetch': 100,
  'next-router-segment-prefetch': 1000,
  'next-router-state-tree': 8000,
  'next-url': 1000,
  rsc: 100,
  'user-agent': 500,
};

/** Deletes in place what Next has no use for, cookies above all, and what is too long to be meant well. */
export function keepForNext(headers: IncomingHttpHeaders): void {
  for (const [name, value] of Object.entries(headers))
    if (String(value).length > (forNext[name] ?? -1)) delete headers[name];
}

/**
 * The visitor's address: the peer's, or, where the peer is a proxy we trust, the nearest address in
 * X-Forwarded-For that isn't one. Call it before `stripForwarding`.
 */
export function visitorAddress(req: IncomingMessage, trusted: BlockList): string {
  const peer = plain(req.socket.remoteAddress ?? '');
  const header = req.headers['x-forwarded-for'];
  if (!header || !isTrusted(peer, trusted)) return peer;
  const hops = String(header)
    .split(',')
    .map((hop) => plain(hop.trim()));
  let nearest = peer;
  for (const hop of hops.reverse()) {
    if (!isIP(hop)) break;
    nearest = hop;
    if (!isTrusted(hop, trusted)) break;
  }
  return nearest;
}

/** IPv4 in IPv6's clothes is IPv4. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');

const isTrusted = (address: string, trusted: BlockList): boolean =>
  isIP(address) !== 0 && trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
