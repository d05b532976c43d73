import { innerHeaders } from '@gonggo/reply-store';
import http from 'node:http';
import https from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Crowd } from './crowd.ts';
import { sendProblem } from './problem.ts';
import { wasUnheard } from './unheard.ts';

export interface ProxyOptions {
  apiUrl: string;
  siteSecret: string | null;
  /**
   * Called before a successful write's answer is passed on, so that its author never reads an old page; not where the
   * answer says that every site that listens has been told.
   */
  written: () => void;
}

/** Headers that belong to one connection (RFC 9110, 7.6.1). */
const hopByHop = [
  'connection',
  'expect', // Node has answered it
  'host',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];
/** Methods whose body is passed on. With any other it is read and forgotten: the API has no use for it. */
const withBody = ['POST', 'PUT', 'PATCH', 'DELETE'];
/** Longest silence of the API within one exchange; its streams have heartbeats. */
const silence = 120_000;

/** Writes after which a reader's page may look different. Autosaves are not among them. */
const publicWrite =
  /^\/api\/v1\/(drafts\/[^/]+\/(publish|withdraw|close|reopen)|settings|taxonomy(\/[^/]+)?)\/?(\?|$)/;
const deletesDraft = /^\/api\/v1\/drafts\/[^/?]+\/?(\?|$)/;

/** Passes requests on to the API and its answers back, as streams; neither is kept in memory. */
export function createProxy({ apiUrl, siteSecret, written }: ProxyOptions) {
  const api = new URL(apiUrl);
  const scheme = api.protocol === 'https:' ? https : http;
  const streams = new Set<ServerResponse>();
  const crowd = new Crowd();
  const agent = new scheme.Agent({ keepAlive: true, maxFreeSockets: 64, scheduling: 'lifo' });

  function forward(req: IncomingMessage, res: ServerResponse, visitor: string, again = true): void {
    const { method = 'GET', url = '/' } = req;
    const upstream = scheme.request({
      protocol: api.protocol,
      hostname: api.hostname.replace(/^\[|\]$/g, ''),
      port: api.port,
      agent,
      method,
      path: url,
      headers: passedOn(req, { visitor, siteSecret, host: api.host }),
      timeout: silence,
    });
    const leave = () => upstream.destroy();
    res.on('close', leave);

    upstream.on('timeout', () => upstream.destroy(new Error('timeout')));
    upstream.on('error', (error: NodeJS.ErrnoException) => {
      res.off('close', leave);
      if (res.destroyed || res.writableEnded) return;
      if (res.headersSent) return void res.destroy();
      const safe = method === 'GET' || method === 'HEAD';
      if (again && safe && wasUnheard(upstream, error)) return forward(req, res, visitor, false);
      away(res, error);
      req.resume();
    });
    upstream.on('response', (reply) => {
      const { statusCode = 502 } = reply;
      crowd.answered(req, res, statusCode);
      const wrote =
        method === 'DELETE' ? deletesDraft.test(url) || publicWrite.test(url) : publicWrite.test(url);
      if (wrote && method !== 'GET' && method !== 'HEAD' && statusCode < 300) {
        // Where all sites are told before the answer, this one has forgotten what changed, and only that.
        if (reply.headers['sites-informed'] !== '?1') written();
      }
      res.writeHead(statusCode, passedBack(reply));
      reply.on('error', () => res.destroy());
      reply.pipe(res);
      res.flushHeaders();
      if (!reply.headers['content-type']?.startsWith('text/event-stream')) return;
      streams.add(res);
      res.on('close', () => streams.delete(res));
    });
    if (bodyOf(req)) {
      endAtLimit(req, () => {
        res.off('close', leave);
        upstream.destroy();
        tooLarge(req, res);
      });
      req.pipe(upstream);
    } else {
      upstream.end();
      req.resume();
    }
  }

  return {
    handle(req: IncomingMessage, res: ServerResponse, visitor: string): void {
      if (Number(req.headers['content-length'] ?? 0) > limitOf(req)) return tooLarge(req, res);
      crowd.admit(req, res, () => {
        try {
          forward(req, res, visitor);
        } catch {
          sendProblem(
            res,
            400,
            'bad-request',
            'This address or one of the headers holds characters that HTTP does not allow.',
          );
        }
      });
    },
    /** Event streams never end by themselves: a server that wants to stop ends them. */
    endStreams: () => streams.forEach((stream) => stream.destroy()),
    close: () => agent.destroy(),
  };
}

/** What the API takes: it hangs up on more, and then nobody hears what it answered. */
const mostBytes = 1_048_576;
const mostFormBytes = 22 * mostBytes;
const limitOf = ({ headers }: IncomingMessage): number =>
  headers['content-type']?.trimStart().toLowerCase().startsWith('multipart/') ? mostFormBytes : mostBytes;

/** Calls `exceed` when more comes than the API takes; what was announced has been looked at before. */
function endAtLimit(req: IncomingMessage, exceed: () => void): void {
  let left = limitOf(req);
  const count = (chunk: Buffer) => {
    left -= chunk.length;
    if (left >= 0) return;
    req.off('data', count);
    exceed();
  };
  req.on('data', count);
}

/** Whoever still sends gets to the answer only when somebody takes the rest. */
function tooLarge(req: IncomingMessage, res: ServerResponse): void {
  req.unpipe();
  req.resume();
  sendProblem(res, 413, 'too-large', 'The body is larger than anything the API takes.', {
    Connection: 'close',
  });
}

/** How a request's body is delimited, or undefined when there is none to pass on. */
function bodyOf({ method = 'GET', headers }: IncomingMessage): http.OutgoingHttpHeaders | undefined {
  if (!withBody.includes(method)) return undefined;
  if (headers['transfer-encoding']) return { 'transfer-encoding': 'chunked' };
  const length = headers['content-length'];
  return length === undefined ? undefined : { 'content-length': length };
}

/**
 * The headers for the API. What delimits the body is set by what is really sent: a length without its bytes would
 * swallow the beginning of the next visitor's request on the same connection.
 */
function passedOn(
  req: IncomingMessage,
  { visitor, siteSecret, host }: { visitor: string; siteSecret: string | null; host: string },
): http.OutgoingHttpHeaders {
  const { headers } = req;
  const passed: http.OutgoingHttpHeaders = { ...headers };
  const named = String(headers.connection ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  for (const name of [...hopByHop, ...named, 'content-length']) delete passed[name];
  Object.assign(passed, bodyOf(req), { host });
  if (siteSecret) {
    passed['x-gonggo-visitor'] = visitor;
    passed['x-gonggo-secret'] = siteSecret;
  }
  return passed;
}

function passedBack({ rawHeaders }: IncomingMessage): string[] {
  const passed: string[] = [];
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i] ?? '';
    if (!hopByHop.includes(name.toLowerCase()) && !innerHeaders.test(name))
      passed.push(name, rawHeaders[i + 1] ?? '');
  }
  return passed;
}

function away(res: ServerResponse, error: NodeJS.ErrnoException): void {
  const unheard = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'].includes(
    error.code ?? '',
  );
  if (unheard) {
    sendProblem(
      res,
      503,
      'overloaded',
      'The API is not there at the moment. Nothing was changed; try again shortly.',
      {
        'Retry-After': '2',
      },
    );
  } else {
    sendProblem(
      res,
      502,
      'internal',
      'The API broke off. Whether a change was made is unknown: read before you try again.',
    );
  }
}
