import type { IncomingHttpHeaders } from 'node:http';
import { isUnchanged, writeFreshness } from '@gonggo/reply-store';
import type { FastifyReply } from 'fastify';
import type { Config } from '../config/config.ts';
import { readableByAll } from './cross-origin.ts';
import { isSite } from './visitor.ts';

/** The state of everything public at the moment something was read. Selected beside it, in the same statement. */
export interface PublicState {
  /** change_counter.revision. */
  publicRevision: number;
  /** Seconds since 1970: the last change of anything public. */
  publicChanged: number;
}

/** Columns for it; the table is `change_counter`. */
export const publicState =
  'change_counter.revision::float8 AS "publicRevision", extract(epoch FROM change_counter.changed_at)::float8 AS "publicChanged"';

/**
 * Gives a public reply that is read each time its headers (contract: how it may be kept), and our own site its word
 * of how old it is. True = the caller has these bytes, and 304 is set.
 */
export function publicHeaders(
  headers: IncomingHttpHeaders,
  reply: FastifyReply,
  config: Config,
  { etag, vary = '', state }: { etag: string; vary?: string; state: PublicState },
): boolean {
  const changed = Math.floor(state.publicChanged) * 1000;
  void reply.headers({
    etag,
    'last-modified': new Date(changed).toUTCString(),
    'cache-control': 'public, no-cache',
    vary: `Accept, Accept-Encoding${vary}`,
    ...readableByAll,
  });
  tellSite(headers, reply, config, state);
  if (!isUnchanged(headers, etag, changed)) return false;
  void reply.code(304);
  return true;
}

/** Also for a reply that there is no such thing: it may only be too early. */
export function tellSite(
  headers: IncomingHttpHeaders,
  reply: FastifyReply,
  config: Config,
  { publicRevision }: PublicState,
): void {
  if (!isSite(headers, config)) return;
  setFlat(reply, writeFreshness({ revision: publicRevision, left: null }));
}

/** Headers that come as Node's own flat list (name, value, name, value …), for Fastify. */
export function setFlat(reply: FastifyReply, flat: string[]): void {
  for (let at = 0; at < flat.length; at += 2) void reply.header(flat[at] ?? '', flat[at + 1]);
}
