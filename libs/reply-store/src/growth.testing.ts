import { request } from 'node:http';
import { performance } from 'node:perf_hooks';

/** A request whose size a test chooses. */
export interface Grown {
  /** What grows, for the message of a failure. */
  name: string;
  /** The request with about so many bytes of it. */
  of: (bytes: number) => Sent;
}

export interface Sent {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

const small = 1_900;
/** What Node takes as address and headers together, less what every request brings. */
const large = 15_200;
/** Both servers run in the test's process: below this, what is measured is the client and the machine. */
const floorMs = 1;
const most = { times: 12, ms: 20 };
const tries = 25;

/** Pieces that patterns stumble over when there are many of them: separators, what opens and never closes, marks. */
export const pieces = [
  ...[
    ' ',
    '\t',
    ' ;',
    ';',
    ',',
    ', ',
    '/',
    '"',
    '\\',
    '(',
    '-',
    '.',
    ':',
    '=',
    '&',
    'a',
    '0',
    '1.',
    'a=',
    '[a]',
  ],
  ...[
    'q=0.',
    'W/"',
    '""',
    '%',
    '%20',
    '%2F',
    '..%2f',
    '%EC%84%B1',
    '%CC%95%CC%80',
    '\u00e9',
    '{"',
    '::',
    'a@',
  ],
];

/** `start`, then `piece` over and over, then an end that lets no pattern match early. */
export const filled = (start: string, piece: string, bytes: number, end = 'x'): string =>
  start + piece.repeat(Math.max(1, Math.floor((bytes - start.length - end.length) / piece.length))) + end;

/**
 * What of `grown` costs more than it may: eight times the input at most twelve times the time of the one thread that
 * everybody shares, and 16 KB at most 20 ms. Empty = the law holds. Noise only adds, so the least of several counts.
 */
export async function breaches(url: string, grown: Grown[]): Promise<string[]> {
  const found: string[] = [];
  for (const { name, of } of grown) {
    // What is below this holds, whatever the small one costs.
    const eight = await least(url, of(large), most.times * floorMs);
    if (eight <= most.times * floorMs) continue;
    const one = await least(url, of(small), floorMs);
    if (eight > most.ms || eight > most.times * one)
      found.push(`${name}: ${one.toFixed(1)} ms for ${small} bytes, ${eight.toFixed(1)} ms for ${large}`);
  }
  return found;
}

/** The least that an exchange costs of several; `enough` ends the search. */
async function least(url: string, sent: Sent, enough: number): Promise<number> {
  let best = Infinity;
  for (let n = 0; n < tries && best > enough; n += 1) best = Math.min(best, await cost(url, sent));
  return Math.max(best, floorMs);
}

/**
 * Milliseconds of this process's thread for one exchange. The loop's time leaves out what other threads did, and the
 * process's what other programs did: the thread worked no longer than either.
 */
async function cost(url: string, sent: Sent): Promise<number> {
  const loop = performance.eventLoopUtilization();
  const cpu = process.cpuUsage();
  await exchange(url, sent);
  const { user, system } = process.cpuUsage(cpu);
  return Math.min(performance.eventLoopUtilization(loop).active, (user + system) / 1000);
}

/** Until the head of an answer, or the end of the connection: whatever comes will do. */
function exchange(url: string, { method = 'GET', path, headers, body }: Sent): Promise<void> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const outgoing = request(
      { hostname, port, method, path, headers: { ...headers, ...length }, agent: false },
      (reply) => {
        const endless = reply.headers['content-length'] === undefined && reply.statusCode === 200;
        if (endless) reply.destroy();
        reply.resume().on('close', resolve);
      },
    );
    outgoing.on('error', () => resolve());
    outgoing.end(body);
  });
}
