import { Lane } from '@gonggo/reply-store';
import { mkdtemp, rm } from 'node:fs/promises';
import http, { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Rendered {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Renderer {
  /** Renders a path of Next's and answers its page; nothing of a visitor's request goes in. */
  render(path: string): Promise<Rendered>;
  close(): Promise<void>;
}

/** Pages are made so many at a time; a short row waits, and whoever would wait for nothing is told at once. */
const places = 16;
const queue = 100;
const longestRender = 15_000;

export class TooBusy extends Error {}

/**
 * Next's own handler behind an inner server on a unix socket that only this process's user can open: a page is
 * asked for and read like any other, without anything of the framework's insides.
 */
export async function startRenderer(handle: RequestListener, host: string): Promise<Renderer> {
  const folder = await mkdtemp(join(tmpdir(), 'gonggo-'));
  const socketPath = join(folder, 'next.sock');
  const server = createServer(handle);
  await new Promise<void>((listening, failed) => server.once('error', failed).listen(socketPath, listening));
  const agent = new http.Agent({ keepAlive: true, maxSockets: places });
  const lane = new Lane({ places, queue, patience: 1_000 });

  const get = (path: string): Promise<Rendered> =>
    new Promise((resolve, reject) => {
      const request = http.get(
        { socketPath, path, agent, headers: { host }, timeout: longestRender },
        (reply) => {
          const chunks: Buffer[] = [];
          reply.on('data', (chunk: Buffer) => chunks.push(chunk));
          reply.on('error', reject);
          reply.on('end', () =>
            resolve({
              status: reply.statusCode ?? 500,
              headers: reply.headers,
              body: Buffer.concat(chunks).toString(),
            }),
          );
        },
      );
      request.on('timeout', () => request.destroy(new Error(`Rendering ${path} took too long.`)));
      request.on('error', reject);
    });

  return {
    async render(path) {
      await new Promise<void>((begin, refuse) => lane.enter(begin, () => refuse(new TooBusy())));
      try {
        return await get(path);
      } finally {
        lane.leave();
      }
    },
    async close() {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
