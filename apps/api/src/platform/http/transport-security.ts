import type { FastifyInstance } from 'fastify';
import type { Config } from '../config/config.ts';

/** Where the site is reached over https, browsers are told to reach its API in no other way; the same as for pages. */
export function addTransportSecurity(fastify: FastifyInstance, { siteUrl }: Pick<Config, 'siteUrl'>): void {
  if (!siteUrl.startsWith('https:')) return;
  fastify.addHook('onRequest', async (_request, reply) => {
    reply.header('strict-transport-security', 'max-age=63072000; includeSubDomains');
  });
}
