import type { RequestListener } from 'node:http';
import type { SiteConfig } from './config.ts';
import type { createProxy } from './proxy.ts';
import { readerRoute } from './reader-routes.ts';
import { stripForwarding, visitorAddress } from './visitor.ts';

/** The front while developing: the API passed through, everything else rendered by Next each time. */
export function createWatchingFront(
  config: SiteConfig,
  proxy: ReturnType<typeof createProxy>,
  next: RequestListener,
): RequestListener {
  return (req, res) => {
    const visitor = visitorAddress(req, config.trustedProxies);
    stripForwarding(req.headers);
    const target = req.url ?? '/';
    if (/^\/(api|media)(\/|\?|$)/.test(target)) return proxy.handle(req, res, visitor);
    if (/^\/(_next|admin|__next)/.test(target) || /\.\w+$/.test(target)) return next(req, res);
    const route = readerRoute(target);
    if ('path' in route) req.url = route.path;
    next(req, res);
  };
}
