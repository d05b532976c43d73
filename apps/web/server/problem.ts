import type { ProblemBody, ProblemCode } from '@gonggo/contract';
import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';

const titles: Partial<Record<number, string>> = {
  400: 'Bad Request',
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Content Too Large',
  414: 'URI Too Long',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
};

/** Answers with RFC 9457, as the API would. Does nothing when an answer has begun. */
export function sendProblem(
  res: ServerResponse,
  status: number,
  code: ProblemCode,
  detail: string,
  headers: Record<string, string> = {},
): void {
  if (res.headersSent || res.destroyed) return;
  const requestId = randomUUID();
  const body: ProblemBody = {
    type: 'about:blank',
    title: titles[status] ?? 'Error',
    status,
    code,
    detail,
    requestId,
  };
  res.writeHead(status, {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'private, no-store',
    'X-Content-Type-Options': 'nosniff',
    'X-Request-Id': requestId,
    ...headers,
  });
  res.end(JSON.stringify(body));
}
