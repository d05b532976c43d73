import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { bodyOf } from '../problem/problem.filter.ts';
import { Problem } from '../problem/problem.ts';

export type ClientError = Error & { code?: string };

/** Answers what is not even HTTP, or too much of it: a problem like all others, then the connection ends. */
export function answerNonsense(error: ClientError, socket: Socket, siteUrl: string): void {
  // A browser that connected ahead of need and asked nothing would take an answer for that of its next question.
  const silent = error.code === 'ERR_HTTP_REQUEST_TIMEOUT' && socket.bytesRead === 0;
  if (error.code === 'ECONNRESET' || silent || !socket.writable) {
    socket.destroy();
    return;
  }
  socket.end(rawAnswer(problemOf(error), siteUrl));
}

/** A problem as it goes over the wire, where there is no response to write it with. */
export function rawAnswer(problem: Problem, siteUrl: string): string {
  const id = randomUUID();
  const body = JSON.stringify(bodyOf(problem, id, siteUrl));
  const head = [
    `HTTP/1.1 ${problem.status} ${reasons[problem.status] ?? 'Bad Request'}`,
    'content-type: application/problem+json; charset=utf-8',
    'cache-control: private, no-store',
    'x-content-type-options: nosniff',
    `x-request-id: ${id}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}

const reasons: Record<number, string> = { 408: 'Request Timeout', 431: 'Request Header Fields Too Large' };

function problemOf({ code }: ClientError): Problem {
  if (code === 'HPE_HEADER_OVERFLOW')
    return new Problem(431, 'too-large', 'The address and headers may have 16 KB together.');
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return new Problem(408, 'bad-request', 'The request took too long to arrive.');
  return new Problem(400, 'bad-request', 'This is not HTTP as we understand it.');
}
