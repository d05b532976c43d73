import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import {
  ApiProblem,
  ApiUnreachable,
  createClient,
  type ApiReply,
  type Client,
} from '@gonggo/contract/client';
import { readFreshness } from '@gonggo/reply-store';
import { wasUnheard } from './unheard.ts';

/** The API as our server reaches it; with the secret it tells how old its answers are. */
export interface Upstream {
  /** Without a slash at its end. */
  apiUrl: string;
  siteSecret: string | null;
}

/** One reply of the API that something of ours was made from: its address on the API and its ETag. */
export type Source = [path: string, etag: string | null];

/** All the answers that something was made from. */
export interface Origin {
  sources: Source[];
  /** How old the oldest is, as the API counts what is public; null = it did not say. */
  revision: number | null;
  /** When the first of them changes by a closing (ms since 1970); null = by none. */
  expires: number | null;
}

/** Whether the API is out of reach or serves others first: no fault of a page's, and told once by whoever listens. */
export const isAway = (error: unknown): boolean =>
  error instanceof ApiUnreachable ||
  (error instanceof ApiProblem && (error.status === 503 || error.status === 429));

/** How long a page waits for the API, in ms. */
const patience = 5_000;
const mostRedirects = 3;

/** A client without credentials that notes what it was answered. */
export function recordingClient({ apiUrl, siteSecret }: Upstream): { client: Client; origin: Origin } {
  const origin: Origin = { sources: [], revision: null, expires: null };
  const secret: Record<string, string> = siteSecret ? { 'x-gonggo-secret': siteSecret } : {};

  /** Step by step: where an address leads to may be older than what is found there. */
  async function follow(url: string, init: RequestInit, left = mostRedirects): Promise<ApiReply> {
    // Before the question, so that what is left is never reckoned too long.
    const asked = Date.now();
    const headers = { ...(init.headers as Record<string, string>), ...secret };
    const reply = await ask(url, headers);
    const fresh = readFreshness((name) => reply.headers.get(name));
    origin.revision = earlier(origin.revision, fresh.revision);
    origin.expires = earlier(origin.expires, fresh.left === null ? null : asked + fresh.left);
    const location = reply.headers.get('location');
    if (reply.status < 300 || reply.status >= 400 || !location || left === 0) return reply;
    const next = new URL(location, url);
    if (next.origin !== new URL(apiUrl).origin) throw new Error(`${url} leads away from the API.`);
    return follow(next.href, init, left - 1);
  }

  const client = createClient({
    baseUrl: apiUrl,
    fetch: async (url, init) => {
      const reply = await follow(url, init);
      origin.sources.push([url.slice(apiUrl.length), reply.ok ? reply.headers.get('etag') : null]);
      return reply;
    },
  });
  return { client, origin };
}

/** The smaller; null counts for nothing. */
export const earlier = (one: number | null, other: number | null): number | null =>
  one === null ? other : other === null ? one : Math.min(one, other);

/** Whether every source would be answered as it was. Throws when the API is out of reach. */
export async function stillTrue(apiUrl: string, sources: readonly Source[]): Promise<boolean> {
  const answers = await Promise.all(
    sources.map(async ([path, etag]) => {
      if (etag === null) return false;
      const reply = await ask(apiUrl + path, { accept: 'application/json', 'if-none-match': etag });
      if (reply.status >= 500) throw new Error(`The API answered ${reply.status}.`);
      return reply.status === 304;
    }),
  );
  return answers.every(Boolean);
}

const agents = {
  'http:': new http.Agent({ keepAlive: true }),
  'https:': new https.Agent({ keepAlive: true }),
};

/**
 * One question, whose answer is read whole; nothing is followed. Uncompressed: the API is near, and its ETags differ by
 * coding. Not by `fetch`, whose streams cost more than the answers (and which Next wraps in its own cache).
 */
function ask(url: string, headers: Record<string, string> = {}): Promise<ApiReply> {
  const at = new URL(url);
  const protocol = at.protocol === 'https:' ? 'https:' : 'http:';
  const { request } = protocol === 'https:' ? https : http;
  return new Promise<ApiReply>((resolve, reject) => {
    const failed = (cause: Error & { code?: string }) => {
      clearTimeout(clock);
      if (wasUnheard(asked, cause)) resolve(ask(url, headers));
      else reject(new ApiUnreachable(cause));
    };
    const asked = request(
      at,
      { agent: agents[protocol], headers: { ...headers, 'accept-encoding': 'identity' } },
      (reply) => {
        const chunks: Buffer[] = [];
        reply.on('data', (chunk: Buffer) => chunks.push(chunk));
        reply.on('error', failed);
        reply.on('end', () => {
          clearTimeout(clock);
          resolve(replyOf(reply, Buffer.concat(chunks).toString()));
        });
      },
    );
    const clock = setTimeout(() => asked.destroy(new Error(`No answer in ${patience} ms.`)), patience);
    asked.on('error', failed);
    asked.end();
  });
}

function replyOf({ statusCode = 500, statusMessage = '', headers }: IncomingMessage, body: string): ApiReply {
  return {
    ok: statusCode >= 200 && statusCode < 300,
    status: statusCode,
    statusText: statusMessage,
    headers: { get: (name) => headers[name.toLowerCase()]?.toString() ?? null },
    text: () => Promise.resolve(body),
    json: async () => JSON.parse(body) as unknown,
  };
}
