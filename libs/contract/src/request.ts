import type { ProblemBody, ProblemSpot } from './problem.ts';

/** An answer that is not 2xx, as the API explains it. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: ProblemBody['code'];
  readonly detail: string;
  readonly errors: ProblemSpot[];
  /** With 412: the stored copy. */
  readonly current: unknown;
  /** With `wrong-origin`: the address to open the site at. */
  readonly siteUrl: string | null;
  /** Seconds to wait before trying again, from Retry-After; null when the API names none. */
  readonly retryAfter: number | null;

  constructor(body: ProblemBody, retryAfter: number | null = null) {
    super(body.detail);
    this.name = 'ApiProblem';
    this.status = body.status;
    this.code = body.code;
    this.detail = body.detail;
    this.errors = body.errors ?? [];
    this.current = body.current;
    this.siteUrl = body.siteUrl ?? null;
    this.retryAfter = retryAfter;
  }
}

/** No answer at all: offline, refused, or cut off. Nothing is known about whether the change was made. */
export class ApiUnreachable extends Error {
  constructor(cause: unknown) {
    super('The API could not be reached.', { cause });
    this.name = 'ApiUnreachable';
  }
}

/** What is needed of a `Response`. */
export type ApiReply = Pick<Response, 'ok' | 'status' | 'statusText' | 'json' | 'text'> & {
  headers: Pick<Headers, 'get'>;
};

export interface ClientOptions {
  /** Up to and including the host, without `/api/v1`; empty = same origin. */
  baseUrl: string;
  /** An API key; without one the browser's session cookie counts. */
  apiKey?: string;
  /** Headers for every request, for example `Origin` and `Cookie` outside browsers. */
  headers?: Record<string, string>;
  /** How to ask; left out = the platform's `fetch`. */
  fetch?: (url: string, init: RequestInit) => Promise<ApiReply>;
}

export interface RequestOptions {
  query?: Query;
  body?: unknown;
  /** The revision this change starts from. */
  revision?: number;
  idempotencyKey?: string;
  accept?: string;
  signal?: AbortSignal;
  /** Let the request outlive the page that makes it (saving while leaving). */
  keepalive?: boolean;
}

export type Query = Record<string, string | number | boolean | readonly string[] | undefined>;
export type Send = <Reply>(method: string, path: string, options?: RequestOptions) => Promise<Reply>;

/** One function that speaks the contract: JSON both ways, problems as `ApiProblem`. Paths start after `/api/v1`. */
export function sender({ baseUrl, apiKey, headers, fetch: send = fetch }: ClientOptions): Send {
  return async <Reply>(method: string, path: string, options: RequestOptions = {}): Promise<Reply> => {
    const { body, revision, idempotencyKey, accept = 'application/json', signal, keepalive } = options;
    const isForm = body instanceof FormData;
    const request: RequestInit = {
      method,
      headers: {
        accept,
        ...headers,
        ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}),
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
        ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
        ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
      ...(keepalive ? { keepalive } : {}),
    };
    const unreachable = (cause: unknown): never => {
      throw signal?.aborted ? cause : new ApiUnreachable(cause);
    };
    const reply = await send(`${baseUrl}/api/v1${path}${queryString(options.query)}`, request).catch(
      unreachable,
    );
    if (!reply.ok) throw await problemFrom(reply);
    if (reply.status === 204) return undefined as Reply;
    // One that breaks off, or the page of a network that wants a sign-in first, does not say what became of the request.
    const read: Promise<unknown> = accept === 'application/json' ? reply.json() : reply.text();
    return (await read.catch(unreachable)) as Reply;
  };
}

function queryString(query: Query = {}): string {
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    pairs.set(name, Array.isArray(value) ? value.join(',') : String(value));
  }
  return pairs.size ? `?${pairs}` : '';
}

async function problemFrom(reply: ApiReply): Promise<ApiProblem> {
  const seconds = Number(reply.headers.get('retry-after') ?? NaN);
  const retryAfter = Number.isFinite(seconds) ? seconds : null;
  const isProblem = reply.headers.get('content-type')?.startsWith('application/problem+json');
  const body = isProblem ? ((await reply.json().catch(() => null)) as ProblemBody | null) : null;
  return new ApiProblem(
    body ?? {
      type: 'about:blank',
      title: reply.statusText,
      status: reply.status,
      code: reply.status >= 500 ? 'internal' : 'bad-request',
      detail: `The API answered ${reply.status} ${reply.statusText}.`,
      requestId: reply.headers.get('x-request-id') ?? '',
    },
    retryAfter,
  );
}
