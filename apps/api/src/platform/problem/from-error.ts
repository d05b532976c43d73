import { types } from 'node:util';
import { HttpException } from '@nestjs/common';
import type { ProblemCode } from '@gonggo/contract';
import { failureOf } from './failure.ts';
import { badRequest, overloaded, Problem } from './problem.ts';

/** Whatever was thrown, as a problem; null = a fault of ours, to be logged and answered with a bare 500. */
export function problemFrom(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  if (error instanceof HttpException) return fromStatus(error.getStatus(), error.message, error.cause);
  // Fastify's errors are no native ones, and those of Node's sockets may be of another realm, as they are in tests.
  if (!(error instanceof Error || types.isNativeError(error))) return null;
  // Node's word for a sender who hung up in the middle: nobody hears the answer, and nothing of ours broke.
  if (error.message === 'aborted') return badRequest('The body was cut off.');
  return fromDatabase(error) ?? fromFramework(error);
}

const codes: Record<number, ProblemCode> = {
  400: 'bad-request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  406: 'not-acceptable',
  409: 'conflict',
  410: 'gone',
  413: 'too-large',
  414: 'too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
  431: 'too-large',
};

const details: Record<string, string> = {
  FST_ERR_BAD_URL: 'The path holds a broken percent-encoding. Encode it as UTF-8.',
  FST_ERR_MAX_PARAM_LENGTH: 'A part of the path is too long.',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'Send the body as application/json.',
  FST_ERR_CTP_BODY_TOO_LARGE: 'The body may have 1 MB at most.',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'The body is not as long as Content-Length says.',
};

/** Only a path that holds no such thing is a 404 of the framework's: its message repeats the address and is dropped. */
function fromStatus(status: number, message: string, cause?: unknown): Problem | null {
  const code = codes[status];
  if (!code) return status === 503 ? overloaded() : null;
  const reason = (cause as { code?: string } | undefined)?.code ?? '';
  const detail = details[reason] ?? (status === 404 ? 'There is nothing at this address.' : message);
  return new Problem(status === 414 ? 400 : status, status === 414 ? 'bad-request' : code, detail);
}

function fromFramework(error: Error): Problem | null {
  const { statusCode, code } = error as Error & { statusCode?: number; code?: string };
  if (statusCode === undefined || statusCode >= 500) return null;
  return fromStatus(statusCode, error.message, { code });
}

/** SQLSTATE and connection errors that are nobody's mistake, or the caller's. Constraint names never leave. */
function fromDatabase(error: Error): Problem | null {
  const { code } = error as Error & { code?: string };
  if (code === '22021' || code === '22P05')
    return badRequest('A text holds a character that cannot be stored.');
  switch (failureOf(error)) {
    case 'slow':
      return overloaded('It took too long. Try again in a moment.');
    case 'crossed':
      return overloaded('Two changes got in each other’s way. Try again.');
    case 'full':
      return overloaded('The database has no room left, so nothing was changed. Try again later.', 30);
    case 'away':
      return overloaded('The database is out of reach. Try again in a moment.', 2);
    case null:
      return null;
  }
}
