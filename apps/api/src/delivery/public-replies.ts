import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Tombstone } from '@gonggo/contract';
import { hasBody, Entry, ReplyStore, send, writeFreshness } from '@gonggo/reply-store';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../platform/config/config.ts';
import { Admission } from '../platform/http/admission.ts';
import { requestId } from '../platform/http/hooks.ts';
import { Stopping } from '../platform/http/stopping.ts';
import { isSite } from '../platform/http/visitor.ts';
import { News } from '../platform/invalidation/news.ts';
import { setFlat } from '../platform/http/public-headers.ts';
import { notFound, Problem } from '../platform/problem/problem.ts';
import { formOf, type Form } from './forms.ts';
import { PublicReads } from './public-reads.ts';
import { readTarget, type Target } from './target.ts';

/**
 * Public replies: from memory where they are known to be true, from one statement where not. Emptied by every piece
 * of news; of no use while no news can arrive.
 */
@Injectable()
export class PublicReplies {
  private readonly store: ReplyStore | null;
  private readonly failures = new WeakMap<IncomingMessage, unknown>();

  constructor(
    private readonly reads: PublicReads,
    private readonly config: Config,
    private readonly stopping: Stopping,
    private readonly admission: Admission,
    news: News,
  ) {
    this.store = config.cacheMb > 0 ? new ReplyStore({ maxBytes: config.cacheMb * 2 ** 20 }) : null;
    news.listen({
      onNews: ({ revision }) => this.store?.drop(undefined, revision),
      onLost: () => this.store?.distrust(),
      onBack: (revision) => this.store?.trust(revision),
    });
  }

  /**
   * Answers straight on the server's own request, before Fastify sees it, what is an ordinary public reading that
   * succeeds. Everything else (refusals, wrong queries, failures) is left to `next`, which asks `respond`.
   */
  answer(
    req: IncomingMessage,
    res: ServerResponse,
    next: (req: IncomingMessage, res: ServerResponse) => void,
  ): void {
    const { url = '', method } = req;
    if (!/^\/(api\/v1|media)\//.test(url) || hasBody(req) || url.startsWith(stream)) return next(req, res);
    const reads = method === 'GET' || method === 'HEAD';
    const kept = reads ? this.kept(url, req.headers.accept) : undefined;
    if (kept && kept.status < 400) return this.write(req, res, kept);
    this.admission.admit(req, res, () => {
      if (kept || !reads) next(req, res);
      else this.find(req, res, next);
    });
  }

  private find(
    req: IncomingMessage,
    res: ServerResponse,
    next: (req: IncomingMessage, res: ServerResponse) => void,
  ): void {
    const { url = '' } = req;
    const target = this.targetOf(url, req.headers.accept);
    if (!target) return next(req, res);
    this.entry(url, req.headers.accept, target).then(
      (entry) => (entry.status < 400 ? this.write(req, res, entry) : next(req, res)),
      (error: unknown) => {
        this.failures.set(req, error);
        next(req, res);
      },
    );
  }

  /** Answers a public reading that came through Fastify, or throws the problem that it is. */
  async respond(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { raw } = request;
    // Scripts of other origins may read refusals as well.
    void reply.header('access-control-allow-origin', '*');
    // Asked a moment ago, and it failed: asking again would double the load just when there is too much.
    if (this.failures.has(raw)) throw this.failures.get(raw);
    const url = raw.url ?? '';
    const target = readTarget(url, raw.headers.accept);
    if (!target) throw notFound('such address');
    const entry = await this.entry(url, raw.headers.accept, target);
    setFlat(reply, this.wordFor(raw, entry));
    refuse(entry);
    void reply.hijack();
    this.write(raw, reply.raw, entry);
  }

  private kept(url: string, accept: string | undefined): Entry | undefined {
    const form = formOf(accept);
    return form === null ? undefined : this.store?.get(keyOf(url, form));
  }

  private targetOf(url: string, accept: string | undefined): Target | null {
    try {
      return readTarget(url, accept);
    } catch {
      return null;
    }
  }

  private async entry(url: string, accept: string | undefined, target: Target): Promise<Entry> {
    if (!this.store) return new Entry(await this.reads.answer(target));
    const key = keyOf(url, formOf(accept) ?? 'json');
    const { entry } = await this.store.fill(key, () => this.reads.answer(target));
    return entry;
  }

  private write(req: IncomingMessage, res: ServerResponse, entry: Entry): void {
    const extra = ['X-Request-Id', requestId(req), ...this.wordFor(req, entry)];
    send(req, res, entry, this.stopping.begun ? [...extra, 'Connection', 'close'] : extra);
  }

  /** What our own site is told beside the reply, as headers: see `Freshness`. Nobody else is. */
  private wordFor({ headers }: IncomingMessage, { revision, expiresAt }: Entry): string[] {
    if (headers['x-gonggo-secret'] === undefined || !isSite(headers, this.config)) return nothing;
    const left = expiresAt === Infinity ? null : expiresAt - performance.now();
    return writeFreshness({ revision: revision ?? null, left });
  }
}

const nothing: string[] = [];
/** Lasts as long as its listener, and has places of its own. */
const stream = '/api/v1/changes/stream';

/** One reply per address and form that Accept asks for (an address may name a form itself; then Accept says nothing). */
const keyOf = (url: string, form: Form) => (form === 'json' ? url : `${form} ${url}`);

/** Throws what a 404 or 410 stands for. */
function refuse({ status, identity }: Entry): void {
  if (status === 404)
    throw notFound(identity.body.length ? 'such section in this posting' : 'posting at this address');
  if (status === 410) {
    const tombstone = JSON.parse(identity.body.toString()) as Tombstone;
    throw new Problem(410, 'gone', 'It was published once and has been withdrawn.', { tombstone });
  }
}
