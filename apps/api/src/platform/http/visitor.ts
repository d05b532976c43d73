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
