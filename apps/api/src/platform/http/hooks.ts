import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Draining } from '@gonggo/reply-store';
import { badRequest, Problem } from '../problem/problem.ts';
import { checkEncoding } from './encoding.ts';
import { checkText, isForm, isJson } from './json-body.ts';
import type { KnownRoutes } from '../problem/known-routes.ts';

/** An id of the caller's own is kept when it is harmless, so that logs can be joined. */
export function requestId(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[\w.:-]{8,80}$/.test(given) ? given : randomUUID();
}

/** What every reply carries, whatever answers it. Before the guard. */
export function addReplyHooks(fastify: FastifyInstance, routes: KnownRoutes): void {
  fastify.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'x-request-id': request.id,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    });
    if (request.is404 && request.method === 'OPTIONS') return answerOptions(request, reply, routes);
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

/** When we stop, what is being answered is finished, and no connection is kept for more (see `drainingOf`). */
export function addDraining(fastify: FastifyInstance, draining: Draining): void {
  fastify.addHook('preClose', async () => draining.endIdle());
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

/** More than any operation reads, and little enough to be looked at one by one. */
const mostParameters = 100;

function checkAddress(request: FastifyRequest): void {
  const { url } = request;
  if (url.split('&', mostParameters + 1).length > mostParameters)
    throw badRequest(`The query holds more than ${mostParameters} parameters.`);
  if (url.includes('%')) checkEncoding(url);
  const texts = [...Object.entries(request.query ?? {}).flat(2), ...Object.values(request.params ?? {})];
  for (const text of texts) if (typeof text === 'string') checkText(text, '');
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
  const good = multipart ? isForm(type ?? '') : isJson(type ?? '');
  if (good) return;
  const wanted = multipart ? 'multipart/form-data' : 'application/json';
  throw new Problem(415, 'unsupported-media-type', `Send the body as ${wanted}.`);
}
