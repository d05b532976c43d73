import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { bodyOf } from '../problem/problem.filter.ts';
import { overloaded } from '../problem/problem.ts';

/**
 * Refuses with 503 without any of what is otherwise done for a request, with a body that is made once but for its
 * request id: a refusal must cost next to nothing, or a crowd takes all the time there is by being refused.
 */
export function refusalFrom(siteUrl: string): (res: ServerResponse) => void {
  const problem = overloaded();
  const noId = '00000000-0000-0000-0000-000000000000';
  const [before = '', after = ''] = JSON.stringify(bodyOf(problem, noId, siteUrl)).split(noId);
  const headers = [
    ...['Content-Type', 'application/problem+json; charset=utf-8'],
    ...['Cache-Control', 'private, no-store'],
    ...['X-Content-Type-Options', 'nosniff'],
    ...['Access-Control-Allow-Origin', '*'],
    ...['Retry-After', problem.extra.headers?.['retry-after'] ?? '1'],
    ...['Content-Length', String(Buffer.byteLength(before + noId + after))],
  ];
  return (res) => {
    if (res.destroyed || res.headersSent) return;
    const id = randomUUID();
    res.writeHead(problem.status, [...headers, 'X-Request-Id', id]);
    res.end(before + id + after);
  };
}
