import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { ProblemBody } from '@gonggo/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemFrom } from './from-error.ts';
import type { KnownRoutes } from './known-routes.ts';
import { problemTitles } from './problem-titles.ts';
import { Problem } from './problem.ts';
import { mayReadDrafts } from './stored-copy.ts';

/** Every error leaves here, the framework's own included, as RFC 9457 problem+json. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Problem');
  /** Told of everybody who was refused what they may not do. */
  onForbidden: (request: FastifyRequest) => void = () => undefined;

  constructor(
    private readonly routes: KnownRoutes,
    private readonly siteUrl: string,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** Also for what the router refuses before any hook has run: a broken percent-encoding, a part that is too long. */
  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const problem = forReader(this.understand(error, request), mayReadDrafts(request.actor));
    if (problem.code === 'internal') {
      const trace = error instanceof Error ? error.stack : String(error);
      this.log.error(`${request.method} ${request.url} ${request.id}`, trace);
    }
    if (problem.code === 'forbidden') this.onForbidden(request);
    if (reply.sent) return;
    reply
      .code(problem.status)
      .removeHeader('etag')
      .removeHeader('last-modified')
      .headers({
        'content-type': 'application/problem+json; charset=utf-8',
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
        'x-request-id': String(request.id),
        ...problem.extra.headers,
      })
      .send(JSON.stringify(bodyOf(problem, String(request.id), this.siteUrl)));
  }

  private understand(error: unknown, request: FastifyRequest): Problem {
    const problem = problemFrom(error);
    if (!problem) {
      return new Problem(500, 'internal', 'Nothing was changed. Tell us the request id if it happens again.');
    }
    if (problem.status !== 404 || !request.is404) return problem;
    const allowed = this.routes.methodsAt(request.url);
    if (!allowed.length) return problem;
    return new Problem(405, 'method-not-allowed', `Here you may use ${allowed.join(', ')}.`, {
      headers: { allow: allowed.join(', ') },
    });
  }
}

/** Without the stored copy for a key that may not read drafts. */
function forReader(problem: Problem, mayRead: boolean): Problem {
  if (mayRead || !problem.extra.current) return problem;
  const { current: _stored, ...extra } = problem.extra;
  const detail =
    'It was changed since the revision in If-Match. The stored copy is not shown: this key lacks the scope drafts:read.';
  return new Problem(problem.status, problem.code, detail, extra);
}

/** The body of a problem, for those who answer without throwing. */
export function bodyOf(problem: Problem, requestId: string, siteUrl: string): ProblemBody {
  const { errors, current, tombstone, siteUrl: openAt } = problem.extra;
  return {
    type: `${siteUrl}/api/problems#${problem.code}`,
    title: problemTitles[problem.code],
    status: problem.status,
    code: problem.code,
    detail: problem.detail,
    requestId,
    ...(errors ? { errors: errors.slice(0, 100) } : {}),
    ...(current ? { current } : {}),
    ...(tombstone ? { tombstone } : {}),
    ...(openAt ? { siteUrl: openAt } : {}),
  };
}
