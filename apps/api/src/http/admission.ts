import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { KnownCallers, Lane } from '@gonggo/reply-store';
import { overloaded } from '../problem/problem.ts';
import { refuseAtOnce } from './refusal.ts';

type Handler = (req: IncomingMessage, res: ServerResponse) => void;

/** Enough to keep both pools of the database busy, and few enough to be answered soon. */
const ordinary = { places: 48, queue: 200 };
/** For people and programs whose credentials were good a moment ago. */
const reserved = { places: 32, queue: 200 };

/**
 * Who is served when not all can be (trust, P11). What needs no work (ready replies, health) passes by it. A request
 * counts from the moment when all of it is there until its answer is made: neither slow senders nor slow readers take
 * a place.
 */
export class Admission {
  readonly known = new KnownCallers();
  private readonly ordinary = new Lane(ordinary);
  private readonly reserved = new Lane(reserved);
  private readonly leaves = new WeakMap<ServerResponse, () => void>();

  constructor(private readonly siteUrl: string) {}

  /** Hands a request without a body on when it is its turn, or answers 503 at once. */
  admit(req: IncomingMessage, res: ServerResponse, next: Handler): void {
    const lane = this.laneOf(req);
    lane.enter(
      () => {
        if (res.destroyed) return lane.leave();
        this.keepPlace(lane, res);
        next(req, res);
      },
      () => refuseAtOnce(res, this.siteUrl),
    );
  }

  /** For requests with a body, once it has come: after the guard, before the handler. */
  addTo(fastify: FastifyInstance): void {
    fastify.addHook('preHandler', async (request, reply) => {
      if (this.passes(request)) return;
      const lane = request.actor ? this.reserved : this.laneOf(request.raw);
      await new Promise<void>((begin, refuse) => lane.enter(begin, () => refuse(overloaded())));
      this.keepPlace(lane, reply.raw);
    });
    fastify.addHook('onSend', async (_request, reply) => this.done(reply.raw));
  }

  private passes({ is404, routeOptions, raw }: FastifyRequest): boolean {
    // Uploads have places of their own, which they keep while they come.
    return is404 || routeOptions.config.uncounted || routeOptions.config.multipart || !hasBody(raw);
  }

  /** The answer is made; who reads it slowly takes nobody's place. */
  private done(res: ServerResponse): void {
    this.leaves.get(res)?.();
    this.leaves.delete(res);
  }

  private keepPlace(lane: Lane, res: ServerResponse): void {
    if (res.destroyed) return lane.leave();
    let left = false;
    const leave = () => {
      if (!left) lane.leave();
      left = true;
    };
    this.leaves.set(res, leave);
    res.once('prefinish', leave);
    res.once('close', leave);
  }

  private laneOf({ headers }: IncomingMessage): Lane {
    return this.known.knows(KnownCallers.credentialsOf(headers)) ? this.reserved : this.ordinary;
  }
}

export const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
