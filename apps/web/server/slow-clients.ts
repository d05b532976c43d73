import { networkOf, type bearSlowClients } from '@gonggo/reply-store';
import type { SiteConfig } from './config.ts';
import { visitorAddress } from './visitor.ts';

type Options = Parameters<typeof bearSlowClients>[1];

const body = JSON.stringify({
  type: 'about:blank',
  title: 'Request Timeout',
  status: 408,
  code: 'bad-request',
  detail: 'The body took too long to arrive.',
});
const tooSlow = [
  'HTTP/1.1 408 Request Timeout',
  'content-type: application/problem+json',
  'cache-control: private, no-store',
  `content-length: ${Buffer.byteLength(body)}`,
  'connection: close',
  '',
  body,
].join('\r\n');

/** Whom a slow request counts for; behind a proxy, connections count for nobody alone, and requests for the visitor. */
export const slowClientsOf = ({ trustedProxies }: SiteConfig, proxied: boolean): Options => ({
  peerOf: ({ remoteAddress }) => (proxied ? null : networkOf(remoteAddress ?? '')),
  networkOf: (req) => networkOf(visitorAddress(req, trustedProxies)),
  tooSlow,
});
