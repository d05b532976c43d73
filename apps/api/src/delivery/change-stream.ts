import type { IncomingMessage, ServerResponse } from 'node:http';
import { listenerHeader, networkOf, readHeard, writeFreshness } from '@gonggo/reply-store';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../platform/config/config.ts';
import { requestId } from '../platform/http/hooks.ts';
import { isSite, visitorAddress } from '../platform/http/visitor.ts';
import { News } from '../platform/invalidation/news.ts';
import { Peers } from '../platform/invalidation/peers.ts';
import { PublicDatabase } from '../platform/database/public-database.ts';
import { badRequest, overloaded } from '../platform/problem/problem.ts';
import { presentChanges, changesStatement, type FoundChange } from './feed.sql.ts';
import { Query } from './query.ts';
import { Listener, type Lines } from './stream-listener.ts';
import { StreamPlaces } from './stream-places.ts';

const heartbeatMs = 15_000;

/** Hands the change feed on as it happens. Every listener gets every line once, in order, or is hung up on. */
@Injectable()
export class ChangeStream implements BeforeApplicationShutdown {
  private readonly listeners = new Set<Listener>();
  private readonly places = new StreamPlaces();
  private opened = 0;
  private readonly heartbeat = setInterval(
    () => this.each((one) => one.comment('here')),
    heartbeatMs,
  ).unref();

  constructor(
    private readonly reads: PublicDatabase,
    private readonly news: News,
    private readonly config: Config,
    private readonly peers: Peers,
  ) {
    news.listen({
      onFeed: (what) => this.each((one) => one.tell(what)),
      // Something may be missed: they come back with the number of the last line they have.
      onLost: () => this.each((one) => one.hangUp()),
    });
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.heartbeat);
    this.each((one) => one.hangUp());
  }

  async open(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const since = sinceOf(request);
    if (!this.news.hears) throw deaf();
    const site = isSite(request.headers, this.config);
    const leave = this.places.take(site ? null : networkOf(visitorAddress(request, this.config)));
    reply.raw.once('close', leave);
    const newest = since ?? (await this.newest().catch(leaving(leave)));
    if (request.raw.destroyed) return leave();
    if (!this.news.hears) throw deaf();
    void reply.hijack();
    const { revision } = this.news;
    const name = `${this.peers.id}.${++this.opened}`;
    reply.raw.writeHead(200, [
      ...headers,
      ...['X-Request-Id', requestId(request.raw)],
      ...(site ? [...writeFreshness({ revision, left: null }), listenerHeader, name] : []),
    ]);
    if (request.method === 'HEAD') return void reply.raw.end();
    const listener = new Listener(reply.raw, newest, revision, (after) => this.after(after), site);
    this.listeners.add(listener);
    if (site) reply.raw.once('close', this.peers.listen(name, revision).leave);
    reply.raw.once('close', () => this.listeners.delete(listener));
    listener.comment('listening');
    // What happened since `newest` was asked for; from here on it is told.
    listener.catchUp();
  }

  /** A site of ours has forgotten what changed up to a revision: it says so in headers. Not ours = 404. */
  heard(req: IncomingMessage, res: ServerResponse): void {
    const told = isSite(req.headers, this.config) ? readHeard((name) => req.headers[name]) : null;
    if (told) this.peers.heard(told.listener, told.revision);
    res.writeHead(told ? 204 : 404, { 'X-Request-Id': requestId(req), 'Cache-Control': 'no-store' }).end();
    req.resume();
  }

  private each(act: (listener: Listener) => void): void {
    for (const listener of [...this.listeners]) act(listener);
  }

  private async newest(): Promise<number> {
    const newest = await this.reads.read(
      async (pool) => (await pool.query<{ seq: string; revision: number }>(newestStatement)).rows[0],
      (row) => row?.revision,
    );
    return Number(newest?.seq ?? 0);
  }

  private async after(seq: number): Promise<Lines> {
    return this.reads.read(
      async (pool) => {
        const { rows } = await pool.query<FoundChange>({ ...changesStatement, values: [seq, 1000] });
        return { changes: presentChanges(rows), revision: rows[0]?.revision ?? 0 };
      },
      ({ revision }) => revision,
    );
  }
}

const newestStatement = {
  name: 'newest-change',
  text: 'SELECT seq, revision::float8 AS revision FROM change_counter',
};

const headers = [
  ...['Content-Type', 'text/event-stream; charset=utf-8'],
  ...['Cache-Control', 'no-store'],
  ...['Access-Control-Allow-Origin', '*'],
  ...['X-Content-Type-Options', 'nosniff'],
  ...['X-Accel-Buffering', 'no'],
];

/** Whoever listens here believes that silence means nothing happened. */
const deaf = () => overloaded('No news arrive at the moment. Try again in a moment, or poll /changes.');

/** The connection may be gone by now, and its end no longer be told. */
const leaving = (leave: () => void) => (error: unknown) => {
  leave();
  throw error;
};

/** null = from now on. */
function sinceOf(request: FastifyRequest): number | null {
  const search = request.raw.url?.replace(/^[^?]*/, '') ?? '';
  const query = new Query(search);
  const since = query.checked(query.whole('since', 0, Number.MAX_SAFE_INTEGER));
  const header = request.headers['last-event-id'];
  if (header === undefined) return since;
  if (typeof header !== 'string' || !/^\d{1,15}$/.test(header)) {
    throw badRequest('Last-Event-ID must be the id of an event of this stream.', [
      { pointer: 'Last-Event-ID', message: 'A whole number.' },
    ]);
  }
  return Number(header);
}
