import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { bodyOf } from '../problem/problem.filter.ts';
import { overloaded, type Problem } from '../problem/problem.ts';

const headers = [
  ...['Content-Type', 'application/problem+json; charset=utf-8'],
  ...['Cache-Control', 'private, no-store'],
  ...['X-Content-Type-Options', 'nosniff'],
  ...['Access-Control-Allow-Origin', '*'],
];

/** Answers 503 without any of what is otherwise done for a request: a refusal must cost next to nothing. */
export function refuseAtOnce(res: ServerResponse, siteUrl: string): void {
  if (res.destroyed || res.headersSent) return;
  const problem = overloaded();
  const id = randomUUID();
  const body = JSON.stringify(bodyOf(problem, id, siteUrl));
  res.writeHead(problem.status, [
    ...headers,
    ...retryAfter(problem),
    ...['X-Request-Id', id, 'Content-Length', String(Buffer.byteLength(body))],
  ]);
  res.end(body);
}

const retryAfter = ({ extra }: Problem) => ['Retry-After', extra.headers?.['retry-after'] ?? '1'];
