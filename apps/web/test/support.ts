import { afterEach, beforeEach } from '@jest/globals';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Touch } from '@gonggo/contract/touch';
import { Assets } from '../server/assets.ts';
import { readConfig } from '../server/config.ts';
import { createFront } from '../server/front.ts';
import { listenForNews } from '../server/news.ts';
import { pageMetaHeader, writePageMeta, type PageMeta } from '../server/page-meta.ts';
import { PageStore } from '../server/page-store.ts';
import { createProxy } from '../server/proxy.ts';
import { nothing } from '@gonggo/contract/shows';
import { startRenderer } from '../server/renderer.ts';

export const listening = async (server: Server): Promise<number> => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
};

/** The API's edge of the process: answers what a test puts in, and tells news on demand. */
export class FakeApi {
  readonly asked: IncomingMessage[] = [];
  answer: RequestListener = (_, res) => res.writeHead(404).end();
  /** What who listens is told when the stream begins. */
  revision: number | null = null;
  /** How it names who listens; null = it does not. */
  name: string | null = null;
  /** Headers of who listened last. */
  listener: IncomingHttpHeaders = {};
  private readonly streams = new Set<ServerResponse>();
  private readonly server = createServer((req, res) => {
    if (req.url === '/api/v1/changes/stream') {
      this.listener = req.headers;
      const revision = this.revision === null ? {} : { 'x-gonggo-revision': String(this.revision) };
      const name = this.name === null ? {} : { 'x-gonggo-listener': this.name };
      res
        .writeHead(200, { 'content-type': 'text/event-stream', ...revision, ...name })
        .write(': listening\n\n');
      this.streams.add(res);
      res.on('close', () => this.streams.delete(res));
      return;
    }
    this.asked.push(req);
    this.answer(req, res);
  });
  private port = 0;

  async start(port = 0): Promise<void> {
    await new Promise<void>((done) => this.server.listen(port, '127.0.0.1', done));
    this.port = (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get heard(): boolean {
    return this.streams.size > 0;
  }

  tell(revision?: number, touched?: Touch[]): void {
    const data = JSON.stringify({ seq: 1, revision, touched });
    for (const stream of this.streams) stream.write(`event: change\ndata: ${data}\n\n`);
  }

  /** Hangs up on who listens; they come back. */
  hangUp(): void {
    for (const stream of this.streams) stream.end();
  }

  async stop(): Promise<void> {
    const closed = new Promise((done) => this.server.close(done));
    this.server.closeAllConnections();
    await closed;
  }
}

export interface Page {
  status?: number;
  body?: string;
  meta?: Partial<PageMeta> | null;
  headers?: Record<string, string>;
}

const anyPage: PageMeta = { expires: null, sources: [], revision: null, style: null, shows: nothing };

/** The whole front, with pages made by the test in place of Next's. */
export async function startFront(api: FakeApi, env: Record<string, string> = {}) {
  const rendered: string[] = [];
  const received: IncomingHttpHeaders[] = [];
  const logged: string[] = [];
  const made = { page: (_path: string): Page | Promise<Page> => ({}) };
  const next: RequestListener = async (req, res) => {
    rendered.push(req.url ?? '');
    received.push(req.headers);
    const {
      status = 200,
      body = '<!doctype html><p>page',
      meta = {},
      headers = {},
    } = await made.page(req.url ?? '');
    const word = meta && writePageMeta({ ...anyPage, ...meta });
    res.writeHead(status, {
      'content-type': 'text/html',
      ...(word ? { [pageMetaHeader]: word } : {}),
      ...headers,
    });
    res.end(body);
  };
  const config = readConfig({
    SITE_URL: 'http://site.test',
    API_URL: api.url,
    SITE_SECRET: 'known to both',
    ...env,
  });
  let heard = 0;
  const renderer = await startRenderer(next, 'site.test');
  const pages = new PageStore(renderer, config);
  const news = listenForNews({
    ...config,
    connected: (revision) => pages.trust(revision),
    changed: (revision, touched) => {
      pages.changed(revision, touched);
      heard += 1;
    },
    lost: () => pages.store.distrust(),
  });
  const proxy = createProxy({ ...config, written: () => pages.store.drop() });
  const assets = await Assets.of('/nowhere', config.siteUrl);
  const server = createServer(
    createFront({
      config,
      pages,
      assets,
      proxy,
      next,
      ready: () => true,
      log: (message) => logged.push(message),
    }),
  );
  const port = await listening(server);
  await until(() => pages.store.trusted);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    pages,
    made,
    rendered,
    /** How many changes it has heard of. */
    heard: () => heard,
    /** Headers with which pages were asked for. */
    received,
    logged,
    get: (path: string, init: RequestInit = {}) =>
      fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual', ...init }),
    async stop() {
      news.stop();
      proxy.endStreams();
      proxy.close();
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
      await renderer.close();
    },
  };
}

/** An API and the front before it, new for every test of the file. */
export function frontOfEachTest() {
  const front = {
    /** Tells of a change, and waits until the front has heard it. */
    async tell(revision?: number, touched?: Touch[]): Promise<void> {
      const before = front.site.heard();
      front.api.tell(revision, touched);
      await until(() => front.site.heard() > before);
    },
  } as {
    api: FakeApi;
    site: Awaited<ReturnType<typeof startFront>>;
    tell(revision?: number, touched?: Touch[]): Promise<void>;
  };
  beforeEach(async () => {
    front.api = new FakeApi();
    await front.api.start();
    front.site = await startFront(front.api);
  });
  afterEach(async () => {
    await front.site.stop();
    await front.api.stop().catch(() => undefined);
  });
  return front;
}

/** Waits for something that happens soon, or fails. */
export async function until(holds: () => boolean, patience = 20_000): Promise<void> {
  for (const end = Date.now() + patience; !holds();) {
    if (Date.now() > end) throw new Error(`Waited in vain: ${holds}`);
    await new Promise((done) => setTimeout(done, 5));
  }
}
