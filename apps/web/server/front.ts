import { send, type Kept } from '@gonggo/reply-store';
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Assets } from './assets.ts';
import type { SiteConfig } from './config.ts';
import { fallbackPage, fallbackPolicy } from './fallback.ts';
import { makeFeed } from './feed.ts';
import { adminPolicy, commonHeaders } from './headers.ts';
import { madeDocument } from './made-document.ts';
import { PageFailed, type Made, type PageStore } from './page-store.ts';
import { sendProblem } from './problem.ts';
import type { createProxy } from './proxy.ts';
import { readerRoute } from './reader-routes.ts';
import { TooBusy } from './renderer.ts';
import { robots } from './robots.ts';
import { nothing } from '@gonggo/contract/shows';
import { makeSitemap, makeSitemapPart, sitemapPartAt } from './sitemap.ts';
import { securityDocument } from './security-txt.ts';
import { isAway, type Origin } from './upstream.ts';
import { keepForNext, stripForwarding, visitorAddress } from './visitor.ts';

export interface FrontParts {
  config: SiteConfig;
  pages: PageStore;
  assets: Assets;
  proxy: ReturnType<typeof createProxy>;
  /** Next's own handler, for the admin. */
  next: RequestListener;
  /** False once the process was told to stop: whoever hands out requests should look elsewhere. */
  ready: () => boolean;
  log: (message: string) => void;
}

/** Made of nothing that the API says. */
const ownWords: Origin = { sources: [], revision: null, expires: null };
/** Next reads addresses in time that grows with their square. */
const longestAdminAddress = 1000;
const staleMark = ['Warning', '110 - "Response is Stale"'];

/** Of this process alone: whether the API answers, `/api/readyz` tells. */
function health(res: ServerResponse, good: boolean): void {
  if (!good)
    return sendProblem(res, 503, 'overloaded', 'This instance is stopping. Ask another one.', {
      'Retry-After': '1',
    });
  res
    .writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
    .end('{"status":"ok"}');
}

/** Decides who answers: the API, a file, the page store, or Next. */
export function createFront(parts: FrontParts): RequestListener {
  const { config, pages, assets, proxy, next, ready, log } = parts;
  const { siteUrl } = config;
  const common = commonHeaders(siteUrl);
  const documents: Record<string, () => Promise<Made>> = {
    '/feed.xml': () => makeFeed(config, 'ko'),
    '/en/feed.xml': () => makeFeed(config, 'en'),
    '/sitemap.xml': () => makeSitemap(config),
    ...securityDocument(config),
    '/robots.txt': () =>
      Promise.resolve(
        madeDocument('text/plain; charset=utf-8', robots(siteUrl), siteUrl, ownWords, null, nothing),
      ),
  };

  function fromStore(req: IncomingMessage, res: ServerResponse, kept: Promise<Kept>): void {
    kept.then(
      ({ entry, stale }) => send(req, res, entry, stale ? staleMark : undefined),
      (error: unknown) => fail(req, res, error),
    );
  }

  function fail(req: IncomingMessage, res: ServerResponse, error: unknown): void {
    if (res.headersSent || res.destroyed) return;
    const failed = error instanceof PageFailed ? error : null;
    const away = failed?.status === 503 || isAway(error) || error instanceof TooBusy;
    const broken = failed !== null && !away;
    if (!away) log(`${req.url}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    res.writeHead(broken ? 500 : 503, {
      ...common,
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'private, no-store',
      'Content-Security-Policy': failed?.html ? failed.policy : fallbackPolicy,
      ...(broken ? {} : { 'Retry-After': '5' }),
    });
    res.end(req.method === 'HEAD' ? undefined : (failed?.html ?? fallbackPage));
  }

  /** An address outside of Next's own and ours never reaches it with a visitor's headers. */
  function admin(req: IncomingMessage, res: ServerResponse, path: string): void {
    if ((req.url ?? '').length > longestAdminAddress)
      return sendProblem(res, 414, 'too-large', 'No page of the admin has an address this long.');
    keepForNext(req.headers);
    const nonce = randomBytes(16).toString('base64');
    const policy = adminPolicy(nonce, path === '/admin/preview');
    for (const [name, value] of Object.entries(common)) res.setHeader(name, value);
    res.setHeader('Content-Security-Policy', policy);
    res.setHeader('Cache-Control', 'private, no-store');
    res.setHeader('X-Robots-Tag', 'noindex');
    req.headers['content-security-policy'] = policy; // how Next learns the nonce
    next(req, res);
  }

  return (req, res) => {
    const target = req.url ?? '/';
    // The hot path: a page that is kept, under exactly this address.
    if (req.method === 'GET') {
      const entry = pages.at(target);
      if (entry) return send(req, res, entry);
    }
    if (!target.startsWith('/'))
      return sendProblem(res, 400, 'bad-request', 'Ask for a path that starts with a slash.');
    const visitor = visitorAddress(req, config.trustedProxies);
    stripForwarding(req.headers);

    const [path = '/'] = target.split('?', 1);
    if (/^\/(api|media)(\/|$)/.test(path)) return proxy.handle(req, res, visitor);
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      return sendProblem(
        res,
        405,
        'method-not-allowed',
        'Pages are read with GET or HEAD; changes go to /api.',
        {
          Allow: 'GET, HEAD',
        },
      );
    }
    if (path === '/healthz' || path === '/readyz') return health(res, path === '/healthz' || ready());
    if (assets.has(path)) return fromStore(req, res, assets.get(path));
    if (/^\/_next(\/|$)/.test(path)) return sendProblem(res, 404, 'not-found', 'There is no such file.');
    if (/^\/admin(\/|$)/.test(path)) return admin(req, res, path);

    const part = sitemapPartAt(path);
    if (part !== null)
      return fromStore(
        req,
        res,
        pages.fill(path, () => makeSitemapPart(config, part)),
      );
    const make = Object.hasOwn(documents, path) ? documents[path] : undefined;
    if (make) return fromStore(req, res, pages.fill(path, make));
    const route = readerRoute(target);
    if ('redirect' in route) {
      res.writeHead(308, { Location: route.redirect, 'Cache-Control': 'public, max-age=3600', ...common });
      return void res.end();
    }
    return fromStore(req, res, pages.page(route.path));
  };
}
