import 'reflect-metadata';
import type { Scope } from '@gonggo/contract';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyContextConfig } from 'fastify';

/**
 * What a route says about itself. The one guard (`accounts/guard.ts`) reads it from the matched route: what says
 * nothing is closed to everybody but signed-in people. Routes added to Fastify directly set `config` themselves.
 */
declare module 'fastify' {
  interface FastifyContextConfig {
    /** No credentials needed. The list of these is frozen in a test. */
    public?: boolean;
    /** On a public route: callers who bring credentials are known all the same. */
    knows?: boolean;
    /** The scope an API key needs; without it keys are refused. */
    needs?: Scope;
    /** Takes `multipart/form-data` instead of JSON; checks and limits it itself. */
    multipart?: boolean;
    /** People must have proved lately that it is themselves: see `POST /sessions/current/confirmation`. */
    confirmed?: boolean;
    /** The reply holds stored text beyond what was sent: see `http/write-only-keys.ts`. */
    answersStored?: boolean;
    /** Reads parameters of the query and refuses those it does not know; elsewhere any is refused. */
    queried?: boolean;
    /** Not counted as work in progress: a stream that lasts as long as its listener, a health check. */
    uncounted?: boolean;
  }
}

const metadataKey = '__fastify_route_config__';
/** Under what names OpenAPI's builder finds it; not part of the published document. */
export const accessExtension = 'x-access-';

/** Adds to what a handler says about itself; several decorators add up. Read by the guard and by OpenAPI alike. */
function says(more: FastifyContextConfig): MethodDecorator {
  return (target, name, descriptor) => {
    const before = Reflect.getMetadata(metadataKey, descriptor.value as object) as
      FastifyContextConfig | undefined;
    RouteConfig({ ...before, ...more })(target, name, descriptor);
    for (const [fact, value] of Object.entries(more)) {
      ApiExtension(`${accessExtension}${fact}`, value)(target, name, descriptor);
    }
  };
}

/** Open to everybody, without credentials. */
export const Public = () => says({ public: true });
/** Public, but callers who bring credentials are known (`@MaybeBy()`): for what shows them more. */
export const Knows = () => says({ public: true, knows: true });
/** Also open to API keys that have this scope. */
export const Needs = (scope: Scope) => says({ needs: scope });
/** The body is `multipart/form-data`, read by the handler. */
export const Multipart = () => says({ multipart: true });
/** Has parameters in the query: reads them with a class or by hand, and refuses all others. */
export const Queried = () => says({ queried: true });
/** For what a borrowed browser must not do: asks people for password and code again some minutes after the sign-in. */
export const RequiresConfirmation = () => says({ confirmed: true });
/** Answers the stored copy, with words that others wrote: keys that may only write get 204 in its place. */
export const AnswersStored = () => says({ answersStored: true });
/** Always answered, however busy we are: streams that last, health checks. */
export const Uncounted = () => says({ uncounted: true });
