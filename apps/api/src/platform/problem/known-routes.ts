import type { FastifyInstance } from 'fastify';

export interface KnownRoute {
  method: string;
  /** As the router has it: `/api/v1/drafts/:id`. */
  path: string;
  public: boolean;
}

declare module 'fastify' {
  interface FastifyInstance {
    knownRoutes: KnownRoutes;
  }
}

/** What can be done where, to tell "no such address" (404) from "not this way" (405). */
export class KnownRoutes {
  private readonly routes: (KnownRoute & { pattern: RegExp })[] = [];

  /** Call before any route is added. */
  watch(fastify: FastifyInstance): void {
    fastify.addHook('onRoute', ({ url: path, method, config }) => {
      const isPublic = config?.public === true;
      for (const one of [method].flat()) {
        this.routes.push({ pattern: patternOf(path), path, method: one, public: isPublic });
      }
    });
  }

  list(): KnownRoute[] {
    return this.routes.map(({ pattern: _pattern, ...route }) => route);
  }

  /** Methods that the address of a request answers to, sorted; empty = there is nothing. */
  methodsAt(url: string): string[] {
    return this.find(url, () => true);
  }

  /** Those of them that need no credentials: what other origins' scripts may ask. */
  publicMethodsAt(url: string): string[] {
    return this.find(url, (route) => route.public);
  }

  private find(url: string, wanted: (route: KnownRoute) => boolean): string[] {
    const path = url.split('?', 1)[0] ?? '';
    const methods = this.routes
      .filter((route) => wanted(route) && route.pattern.test(path))
      .map(({ method }) => method);
    return [...new Set(methods)].sort();
  }
}

function patternOf(url: string): RegExp {
  const source = url.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:[A-Za-z]+/g, '[^/]+');
  return new RegExp(`^${source}$`);
}
