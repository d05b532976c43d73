import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { hasBody } from './held-places.ts';
import { Waiters } from './waiters.ts';

/** Options for `http.createServer`, in ms: a head comes whole within 10 s, and what says nothing is closed within 30. */
export const patience = {
  headersTimeout: 10_000,
  /** Bodies are watched by their progress; this is only the end of it all. */
  requestTimeout: 900_000,
  keepAliveTimeout: 25_000,
  connectionsCheckingInterval: 2_000,
};
/** Proxies keep connections for up to a minute and use them again: one that we close just then costs a request. */
export const behindProxy = { ...patience, keepAliveTimeout: 65_000 };

/**
 * Connections that may wait to be taken while we are busy: all that the system allows. Those that find no room are tried
 * again by their side only after seconds, so that a crowd would not even be refused in time.
 */
export const backlog = 65_535;

/** A body may stand still for so long, and after so long must have come at so many bytes a second. */
const idleMs = 10_000;
const graceMs = 10_000;
const leastBytesPerSecond = 1_000;
/** One write that the other side does not take for so long ends the connection. */
const unreadMs = 60_000;
const sweepMs = 1_000;

/** How many may be waited for at once: in all, and of one network. Whoever has kept us waiting longest gives way. */
const silentLimits = { all: 4_000, ofOne: 400 };
const bodyLimits = { all: 1_000, ofOne: 200 };

interface Body {
  socket: Socket;
  req: IncomingMessage;
  res: ServerResponse;
  /** When it began, moved on by the time in which its bytes waited for us. */
  began: number;
  looked: number;
  at: number;
  bytesBefore: number;
  bytes: number;
}

export interface SlowClientsOptions {
  /** Whom a request counts for; null = a proxy's, shared by many: only the limit of all counts. */
  networkOf: (req: IncomingMessage) => string | null;
  /** The same for a connection on which nothing was asked yet. */
  peerOf: (socket: Socket) => string | null;
  /** The answer to a body that came too slowly, as it goes over the wire. */
  tooSlow: string;
  now?: () => number;
}

/**
 * Bears with slow clients as long as they make progress, and never with so many that others find no room: those who
 * connect and say nothing, those whose bodies drip, those who do not read what they asked for.
 */
export function bearSlowClients(server: Server, options: SlowClientsOptions): void {
  const { networkOf, peerOf, tooSlow, now = () => performance.now() } = options;
  const silent = new Waiters<Socket>(silentLimits, (socket) => socket.destroy());
  const bodies = new Waiters<Body>(bodyLimits, refuse);
  const unread = new Map<Socket, { taken: number; at: number }>();

  function refuse({ socket, res }: Body): void {
    if (socket.writable && !res.headersSent) socket.write(tooSlow);
    socket.destroy();
  }

  server.on('connection', (socket: Socket) => {
    unread.set(socket, { taken: 0, at: now() });
    socket.once('close', () => {
      unread.delete(socket);
      silent.remove(socket);
    });
    silent.add(socket, peerOf(socket));
  });

  server.prependListener('request', (req: IncomingMessage, res: ServerResponse) => {
    const { socket } = req;
    silent.remove(socket);
    if (!hasBody(req)) return;
    const began = now();
    const body = {
      socket,
      req,
      res,
      began,
      looked: began,
      at: began,
      bytesBefore: socket.bytesRead,
      bytes: socket.bytesRead,
    };
    const forget = () => bodies.remove(body);
    req.once('end', forget);
    req.once('close', forget);
    bodies.add(body, networkOf(req));
  });

  const sweep = setInterval(() => {
    const moment = now();
    for (const body of bodies.all()) if (isTooSlow(body, moment)) bodies.giveUp(body);
    for (const [socket, mark] of unread) {
      const taken = socket.bytesWritten - socket.writableLength;
      if (socket.writableLength === 0 || taken !== mark.taken) Object.assign(mark, { taken, at: moment });
      else if (moment - mark.at > unreadMs) socket.destroy();
    }
  }, sweepMs);
  sweep.unref();
  server.once('close', () => clearInterval(sweep));
}

function isTooSlow(body: Body, moment: number): boolean {
  const { socket, req } = body;
  // What has come and lies here is for us to take: that is no slowness of theirs.
  const isOurs = req.readableLength > 0 || req.isPaused();
  if (isOurs) body.began += moment - body.looked;
  body.looked = moment;
  if (isOurs || socket.bytesRead !== body.bytes) {
    body.bytes = socket.bytesRead;
    body.at = moment;
  }
  if (moment - body.at > idleMs) return true;
  const late = moment - body.began - graceMs;
  return !isOurs && late > 0 && body.bytes - body.bytesBefore < (late / 1000) * leastBytesPerSecond;
}
