import type { FastifyInstance } from 'fastify';

/** What a page of any origin may see of a public reply: the bytes, and the headers that say how to go on. */
export const readableByAll = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'ETag, Last-Modified, Link, Location, Retry-After, RateLimit, RateLimit-Policy, X-Request-Id',
} as const;

/**
 * Lets scripts of other origins read what anybody may read, refusals and unknown addresses included. Not where a
 * reply depends on who asks: such a handler decides for itself. Browsers send no cookie with such a request.
 */
export function addCrossOrigin(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return;
    const { public: open, knows } = request.routeOptions.config;
    if (request.is404 || (open && !knows)) reply.headers(readableByAll);
  });
}
