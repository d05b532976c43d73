import type { FastifyRequest } from 'fastify';
import type { Config } from '../platform/config/config.ts';
import { Problem } from '../platform/problem/problem.ts';

const loopback = ['localhost', '127.0.0.1', '[::1]'];

/** Origins that writes may come from: the site's own, and for a loopback site the other names of the same machine. */
export function allowedOrigins({ siteUrl }: Pick<Config, 'siteUrl'>): Set<string> {
  const url = new URL(siteUrl);
  if (!loopback.includes(url.hostname)) return new Set([url.origin]);
  const port = url.port ? `:${url.port}` : '';
  return new Set([url.origin, ...loopback.map((host) => `${url.protocol}//${host}${port}`)]);
}

export const isWrite = (method: string): boolean => method !== 'GET' && method !== 'HEAD';

/**
 * Refuses a write that some other site made a browser send (trust, rule F). A cookie alone proves nothing about who
 * wrote the request, so its Origin must be ours. `withoutCookie` = sign-in and the like, where programs send none.
 */
export function checkOrigin(request: FastifyRequest, allowed: Set<string>, withoutCookie = false): void {
  const { origin } = request.headers;
  if (origin === undefined ? withoutCookie && !isCrossSite(request) : allowed.has(origin)) return;
  const [siteUrl = ''] = allowed;
  throw new Problem(
    403,
    'wrong-origin',
    `Open this at ${siteUrl}: changes are taken from there only (SITE_URL; the Origin of the request), or with an API key.`,
    { siteUrl },
  );
}

const isCrossSite = (request: FastifyRequest) =>
  ['cross-site', 'same-site'].includes(String(request.headers['sec-fetch-site']));
