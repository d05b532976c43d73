import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { badRequest, overloaded, Problem } from '../problem/problem.ts';
import { isJson } from './json-body.ts';
import type { KnownRoutes } from '../problem/known-routes.ts';

const maxInFlight = 1_000;

/** An id of the caller's own is kept when it is harmless, so that logs can be joined. */
export function requestId(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[\w.:-]{8,80}$/.test(given) ? given : randomUUID();
}

/** What every reply carries, whatever answers it; and the end of the queue (trust, rule M). Before the guard. */
export function addReplyHooks(fastify: FastifyInstance, routes: KnownRoutes): void {
  let inFlight = 0;

  fastify.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'x-request-id': request.id,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    });
    if (request.is404 && request.method === 'OPTIONS') return answerOptions(request, reply, routes);
    if (request.is404 || request.routeOptions.config.uncounted) return;
    inFlight += 1;
    reply.raw.once('close', () => (inFlight -= 1));
    if (inFlight > maxInFlight) throw overloaded();
  });
}

/** What every request must pass before its body is read. After the guard: strangers learn nothing from it. */
export function addRequestChecks(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (request) => {
    if (request.is404) return;
    checkAddress(request);
    checkQuery(request);
    checkContentType(request);
  });
}

/**
 * When we stop, what is being answered is finished, and no connection is kept for more: neither those that were busy
 * when the stop began, nor those that send another request meanwhile.
 */
export function addDraining(fastify: FastifyInstance): void {
  let draining: NodeJS.Timeout | undefined;
  fastify.addHook('preClose', async () => {
    draining = setInterval(() => fastify.server.closeIdleConnections(), 50).unref();
    fastify.server.once('close', () => clearInterval(draining));
  });
  fastify.addHook('onSend', async (_request, reply) => {
    if (draining) reply.header('connection', 'close');
  });
}

/** A browser asks before it sends If-None-Match to another origin: public replies say yes to anybody. */
function answerOptions(request: FastifyRequest, reply: FastifyReply, routes: KnownRoutes) {
  const allowed = routes.methodsAt(request.url);
  if (!allowed.length) return;
  reply.header('allow', [...allowed, 'OPTIONS'].join(', '));
  const open = routes.publicMethodsAt(request.url).filter((method) => method === 'GET' || method === 'HEAD');
  if (open.length) {
    reply.headers({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': open.join(', '),
      'access-control-allow-headers': 'Accept, If-Modified-Since, If-None-Match, Last-Event-ID, X-Request-Id',
      'access-control-max-age': '86400',
    });
  }
  return reply.code(204).send();
}

function checkAddress(request: FastifyRequest): void {
  const texts = [...Object.entries(request.query ?? {}).flat(2), ...Object.values(request.params ?? {})];
  if (texts.every((text) => typeof text !== 'string' || (!text.includes('\0') && text.isWellFormed())))
    return;
  throw badRequest('The address holds a character that cannot be stored.');
}

/** A parameter that nobody reads is a misunderstanding: better said than guessed. */
function checkQuery(request: FastifyRequest): void {
  const names = Object.keys(request.query ?? {});
  if (!names.length || request.routeOptions.config.queried || !request.url.startsWith('/api/v1/')) return;
  const errors = names
    .slice(0, 20)
    .map((pointer) => ({ pointer, message: 'There is no such parameter here.' }));
  throw badRequest('This address has no parameters: leave the query out.', errors);
}

function checkContentType(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const type = request.headers['content-type'];
  const length = request.headers['content-length'];
  const hasBody =
    request.headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0');
  if (type === undefined && !hasBody) return;
  const multipart = request.routeOptions.config.multipart === true;
  const good = multipart ? /^multipart\/form-data\s*;/i.test(type ?? '') : isJson(type ?? '');
  if (good) return;
  const wanted = multipart ? 'multipart/form-data' : 'application/json';
  throw new Problem(415, 'unsupported-media-type', `Send the body as ${wanted}.`);
}
