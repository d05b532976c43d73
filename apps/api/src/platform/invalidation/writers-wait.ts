import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { News } from './news.ts';
import { Peers } from './peers.ts';

/** What a request has changed for readers so far: the newest revision it made. */
interface Wrote {
  revision: number;
}

/**
 * Whoever changed what readers see is answered once no page and no copy of ours shows what was there before, or a
 * tenth of a second later; `Sites-Informed` says which (a boolean of RFC 9651: `?1` or `?0`).
 */
@Injectable()
export class WritersWait {
  private readonly writing = new AsyncLocalStorage<Wrote>();
  private readonly wrote = new WeakMap<FastifyRequest, Wrote>();

  constructor(
    news: News,
    private readonly peers: Peers,
  ) {
    news.listen({
      onNews: ({ revision }) => {
        const wrote = this.writing.getStore();
        if (wrote) wrote.revision = Math.max(wrote.revision, revision);
      },
    });
  }

  addTo(fastify: FastifyInstance): void {
    // Not earlier: what reads the body answers to the socket, not to the request.
    fastify.addHook('preHandler', (request, _reply, done) => {
      if (request.method === 'GET' || request.method === 'HEAD') return done();
      const wrote = { revision: 0 };
      this.wrote.set(request, wrote);
      this.writing.run(wrote, done);
    });
    fastify.addHook('onSend', async (request, reply) => {
      const revision = this.wrote.get(request)?.revision;
      if (!revision) return;
      void reply.header('sites-informed', (await this.peers.informed(revision)) ? '?1' : '?0');
    });
  }
}
