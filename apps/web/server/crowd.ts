import { hasBody, HeldPlaces, KnownCallers, Lane } from '@gonggo/reply-store';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendProblem } from './problem.ts';

const ordinary = { places: 64, queue: 200, yields: true };
/** For those whose credentials the API took a moment ago. */
const reserved = { places: 64, queue: 200, patience: 1_000 };

/** What the API answers only to those who are signed in: a success shows that the credentials are good. */
const signedIn = /^\/api\/v1\/(me|drafts|accounts|api-keys)(\/|\?|$)/;
const health = /^\/api\/(healthz|readyz)$/;

/**
 * Who is passed on to the API when not all can be. Counted until the API answers: who reads slowly takes nobody's
 * place. Requests with a body are counted by the API, once it has come.
 */
export class Crowd {
  private readonly ordinary = new Lane(ordinary);
  private readonly reserved = new Lane(reserved);
  private readonly known = new KnownCallers();
  private readonly held = new HeldPlaces();

  admit(req: IncomingMessage, res: ServerResponse, pass: () => void): void {
    const { url = '/', headers } = req;
    if (health.test(url) || hasBody(req)) return pass();
    const lane = this.known.knows(KnownCallers.credentialsOf(headers)) ? this.reserved : this.ordinary;
    this.held.enter(lane, res, pass, () =>
      sendProblem(res, 503, 'overloaded', 'Too much is going on right now. Try again in a moment.', {
        'Retry-After': '1',
      }),
    );
  }

  /** The API has begun to answer. */
  answered({ method, url = '/', headers }: IncomingMessage, res: ServerResponse, status: number): void {
    this.held.leave(res);
    // Anybody is told by OPTIONS what an address takes.
    if (method === 'OPTIONS' || !signedIn.test(url)) return;
    const credentials = KnownCallers.credentialsOf(headers);
    if (status < 400) this.known.remember(credentials);
    else if (status === 401) this.known.forget(credentials);
  }
}
