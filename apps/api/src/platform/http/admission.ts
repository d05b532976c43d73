import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { hasBody, HeldPlaces, KnownCallers, Lane } from '@gonggo/reply-store';
import { overloaded } from '../problem/problem.ts';
import { refusalFrom } from './refusal.ts';

type Handler = (req: IncomingMessage, res: ServerResponse) => void;

/** Enough to keep both pools of the database busy, and few enough to be answered soon. */
const ordinary = { places: 48, queue: 200, yields: true };
/** For people and programs whose credentials were good a moment ago. */
const reserved = { places: 32, queue: 200, patience: 1_000 };

/**
 * Who is served when not all can be (trust, P11). What needs no work (ready replies, health) passes by it. A request
 * counts from the moment when all of it is there until its answer is made: neither slow senders nor slow readers take
 * a place.
 */
export class Admission {
  readonly known = new KnownCallers();
  private readonly ordinary = new Lane(ordinary);
  private readonly reserved = new Lane(reserved);
  private readonly held = new HeldPlaces();

  private readonly refuse: (res: ServerResponse) => void;

  constructor(siteUrl: string) {
    this.refuse = refusalFrom(siteUrl);
  }

  /** Hands a request without a body on when it is its turn, or answers 503 at once. */
  admit(req: IncomingMessage, res: ServerResponse, next: Handler): void {
    this.held.enter(
      this.laneOf(req),
      res,
      () => next(req, res),
      () => this.refuse(res),
    );
  }

  /** For requests with a body, once it has come: after the guard, before the handler. */
  addTo(fastify: FastifyInstance): void {
    fastify.addHook('preHandler', async (request, reply) => {
      if (this.passes(request)) return;
      const lane = request.actor ? this.reserved : this.laneOf(request.raw);
      await new Promise<void>((begin, refuse) => lane.enter(begin, () => refuse(overloaded())));
      this.held.hold(lane, reply.raw);
    });
    fastify.addHook('onSend', async (_request, reply) => this.held.leave(reply.raw));
  }

  private passes({ is404, routeOptions, raw }: FastifyRequest): boolean {
    // Uploads have places of their own, which they keep while they come.
    return is404 || routeOptions.config.uncounted || routeOptions.config.multipart || !hasBody(raw);
  }

  private laneOf({ headers }: IncomingMessage): Lane {
    return this.known.knows(KnownCallers.credentialsOf(headers)) ? this.reserved : this.ordinary;
  }
}
