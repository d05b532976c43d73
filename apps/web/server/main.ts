import {
  backlog,
  bearSlowClients,
  behindProxy,
  drainingOf,
  patience,
  stopOnSignals,
} from '@gonggo/reply-store';
import next from 'next';
import { createServer, type RequestListener } from 'node:http';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Assets } from './assets.ts';
import { ConfigProblem, readConfig, passNoProxy, type SiteConfig } from './config.ts';
import { createFront } from './front.ts';
import { listenForNews } from './news.ts';
import { PageStore } from './page-store.ts';
import { createProxy } from './proxy.ts';
import { startRenderer } from './renderer.ts';
import { slowClientsOf } from './slow-clients.ts';
import { createWatchingFront } from './watching.ts';

const webFolder = dirname(dirname(fileURLToPath(import.meta.url)));
const log = (message: string) => console.error(`[site] ${message}`);
/** How long a shutdown waits for answers that are under way, in ms. */
const grace = 10_000;

async function main(): Promise<void> {
  passNoProxy();
  const dev = process.argv.includes('--dev');
  const config = readConfig();
  const stops: (() => Promise<void> | void)[] = [];

  const proxied = config.trustedProxies.rules.length > 0;
  const server = createServer(proxied ? behindProxy : patience);
  const draining = drainingOf(server);
  bearSlowClients(server, slowClientsOf(config, proxied));
  let ready = true;
  stopOnSignals({
    acceptMs: config.stopDelayMs,
    begin: () => {
      ready = false;
      draining.begin();
    },
    // In the reverse order of starting.
    end: async () => {
      for (const stop of stops.reverse()) await stop();
    },
  });
  const app = next({
    dev,
    dir: webFolder,
    hostname: config.host,
    port: config.port,
    quiet: !dev,
    // Next listens for upgrades on this server, and leaves those it does not know open for ever: only development,
    // whose pages hear of changes by a socket, gets the one that visitors reach.
    httpServer: dev ? server : createServer(),
  });
  await app.prepare();
  stops.push(() => app.close());
  const handle = app.getRequestHandler();
  const listener: RequestListener = (req, res) =>
    void handle(req, res).catch((error: unknown) => {
      log(String(error));
      res.destroy();
    });

  const proxy = createProxy({ ...config, written: () => pages?.store.drop() });
  stops.push(() => proxy.close());
  const pages = dev ? undefined : await startPages(config, listener, stops);
  server.on(
    'request',
    pages
      ? createFront({
          config,
          pages,
          assets: await Assets.of(webFolder, config.siteUrl),
          proxy,
          next: listener,
          ready: () => ready,
          log,
        })
      : createWatchingFront(config, proxy, listener),
  );

  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(config.port, config.host, backlog, listening);
  });
  stops.push(() => {
    proxy.endStreams();
    return draining.close(grace);
  });
  console.log(`[site] ${config.siteUrl} on ${config.host}:${config.port}`);
}

/** The page store, the renderer it fills from, and the news by which it forgets. */
async function startPages(
  config: SiteConfig,
  next: RequestListener,
  stops: (() => Promise<void> | void)[],
): Promise<PageStore> {
  const renderer = await startRenderer(next, new URL(config.siteUrl).host);
  const pages = new PageStore(renderer, config, config.pageCacheBytes);
  const news = listenForNews({
    ...config,
    connected: (revision) => {
      pages.trust(revision);
      log('hears of changes from the API');
    },
    changed: (revision, touched) => pages.changed(revision, touched),
    lost: () => {
      if (pages.store.trusted) log('hears nothing from the API: every page is checked before it is shown');
      pages.store.distrust();
    },
  });
  stops.push(
    () => renderer.close(),
    () => news.stop(),
  );
  return pages;
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigProblem ? error.message : error);
  process.exit(1);
});
