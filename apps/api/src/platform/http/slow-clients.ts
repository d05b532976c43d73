import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { networkOf, type SlowClientsOptions } from '@gonggo/reply-store';
import type { Config } from '../config/config.ts';
import { rawAnswer } from './nonsense.ts';
import { knowsSecret } from './visitor.ts';
import { Problem } from '../problem/problem.ts';

/**
 * Whom a slow request counts for: the visitor whom our site names, or the other end of the connection. Behind a proxy
 * that is everybody, so that nobody counts alone.
 */
export function slowClientsOf(config: Config): SlowClientsOptions {
  const shared = config.trustedProxies.length > 0;
  const peer = (address = '') => (shared ? null : networkOf(address));
  return {
    peerOf: ({ remoteAddress }) => peer(remoteAddress),
    networkOf: ({ headers, socket }: IncomingMessage) => {
      const told = headers['x-gonggo-visitor'];
      const believed = typeof told === 'string' && isIP(told) !== 0 && knowsSecret(headers, config);
      return believed ? networkOf(told) : peer(socket.remoteAddress);
    },
    tooSlow: rawAnswer(new Problem(408, 'bad-request', 'The body took too long to arrive.'), config.siteUrl),
  };
}
