import { KnownCallers } from '@gonggo/reply-store';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Config } from '../platform/config/config.ts';
import { Problem } from '../platform/problem/problem.ts';
import { type Actor, unauthenticated, wrongKey } from './actor.ts';
import type { Identify } from './identify.ts';
import { allowedOrigins, checkOrigin, isWrite } from './origin.ts';

/**
 * The one guard: every route of the API passes here, Nest's handlers as well as those added to Fastify directly.
 * It decides on what the *matched* route says about itself (`http/access.ts`), never on the text of an address,
 * and a route that says nothing is closed (trust, rule A). Runs before a body is read.
 */
export function addGuard(
  fastify: FastifyInstance,
  identify: Identify,
  config: Config,
  known: KnownCallers,
): void {
  const origins = allowedOrigins(config);
  fastify.decorateRequest('actor', null);

  fastify.addHook('onRequest', async (request) => {
    if (request.is404) return;
    const route = request.routeOptions.config;
    if (route.public) {
      if (isWrite(request.method)) checkOrigin(request, origins, true);
      if (route.knows) request.actor = permitted(await identify.actorOf(request), request);
      return;
    }
    const actor = await identify.actorOf(request);
    const credentials = KnownCallers.credentialsOf(request.headers);
    if (actor) known.remember(credentials);
    else known.forget(credentials);
    if (!actor) throw request.headers.authorization === undefined ? unauthenticated() : wrongKey();
    request.actor = actor;
    if (!permitted(actor, request)) throw new Problem(403, 'forbidden', refusal(request));
    if (actor.sessionId && isWrite(request.method)) checkOrigin(request, origins);
    if (route.confirmed && !actor.confirmed) throw confirmationRequired();
  });
}

export const confirmationRequired = () =>
  new Problem(
    403,
    'confirmation-required',
    'Confirm that it is you: POST /sessions/current/confirmation with password and code, then send this again.',
  );

/** A key gets through only where the route names a scope that the key has; people always do. */
function permitted(actor: Actor | null, request: FastifyRequest): Actor | null {
  if (!actor?.keyId) return actor;
  const { needs } = request.routeOptions.config;
  return needs && actor.scopes?.includes(needs) ? actor : null;
}

function refusal(request: FastifyRequest): string {
  const { needs } = request.routeOptions.config;
  return needs ? `The API key lacks the scope ${needs}.` : 'API keys may not do this: sign in.';
}
