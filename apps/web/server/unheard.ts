import type { ClientRequest } from 'node:http';

/**
 * Whether the API ended a kept connection in the moment we took it: nobody has heard the question, so that asking
 * again is safe. Not where we gave up waiting: the API is busy with it.
 */
export const wasUnheard = (request: ClientRequest, { code }: NodeJS.ErrnoException): boolean =>
  request.reusedSocket && (code === 'ECONNRESET' || code === 'EPIPE');
