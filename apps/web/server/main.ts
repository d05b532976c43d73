import next from 'next';
import { createServer, type RequestListener } from 'node:http';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Assets } from './assets.ts';
import { ConfigProblem, readConfig, passNoProxy, type SiteConfig } from './config.ts';
import { drainOf } from './draining.ts';
import { createFront } from './front.ts';
import { listenForNews } from './news.ts';
import { PageStore } from './page-store.ts';
import { createProxy } from './proxy.ts';
import { startRenderer } from './renderer.ts';
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
  leaveWell(stops);

  const server = createServer({ keepAliveTimeout: 65_000 });
  const drain = drainOf(server);
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
          log,
        })
      : createWatchingFront(config, proxy, listener),
  );

  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(config.port, config.host, listening);
  });
  stops.push(() => {
    proxy.endStreams();
    return drain(grace);
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
  const pages = new PageStore(renderer, config);
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

/** Stops in the reverse order of starting, once, on a signal or when the process that started us is gone. */
function leaveWell(stops: (() => Promise<void> | void)[]): void {
  let leaving = false;
  const leave = async () => {
    if (leaving) return;
    leaving = true;
    for (const stop of stops.reverse()) await stop();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void leave());
  process.on('disconnect', () => void leave());
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigProblem ? error.message : error);
  process.exit(1);
});
