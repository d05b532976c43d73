import type { FastifyReply } from 'fastify';
import { etagOf } from './if-match.ts';

/** Gives a reply the ETag of its resource's revision. */
export function tagged<Resource extends { revision: number }>(
  reply: FastifyReply,
  resource: Resource,
): Resource {
  void reply.header('etag', etagOf(resource.revision));
  return resource;
}
