import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Coding } from './negotiate.ts';

/** What a render hands in. */
export interface Reply {
  status: number;
  /** Without Content-Length, Content-Encoding, ETag, Last-Modified and Date: those are ours. */
  headers: Record<string, string>;
  body: string | Buffer;
  /** Names the bytes; made from them when left out. Without quotes. */
  tag?: string;
  lastModified?: Date;
  /** Milliseconds on the monotonic clock (`performance.now()`) after which it must not be shown: the next closing. */
  expiresAt?: number;
  /** May be shown for a while when it cannot be checked (see ReplyStore). Never past `expiresAt`. */
  staleIfError?: boolean;
  /** A store that knows of a newer `revision` sends this one, but does not keep it. */
  revision?: number;
  /** What it shows, in words of its maker's: a drop by content asks for it. */
  shows?: object;
}

/** One coding of a reply: bytes and headers, ready to be written. */
export interface Form {
  etag: string;
  body: Buffer;
  /** Flat list for `writeHead`: name, value, name, value … */
  headers: string[];
  /** The same for a 304: what RFC 9110 wants repeated. */
  unchangedHeaders: string[];
}

const squeeze = {
  gzip: (body: Buffer) => promisify(gzip)(body, { level: 6 }),
  br: (body: Buffer) =>
    promisify(brotliCompress)(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 5,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        // No larger than the body: the usual window of 4 MiB is taken and freed for each.
        [constants.BROTLI_PARAM_LGWIN]: Math.min(22, Math.max(16, Math.ceil(Math.log2(body.length)))),
      },
    }),
};

interface Flattened {
  all: string[];
  /** What a 304 repeats. */
  repeated: string[];
  textual: boolean;
}

/** Callers hand in the same few objects again and again. */
const flat = new WeakMap<object, Flattened>();

function flattened(headers: Record<string, string>): Flattened {
  const known = flat.get(headers);
  if (known) return known;
  const pairs = Object.entries(headers);
  const made = {
    all: pairs.flat(),
    repeated: pairs.filter(([name]) => repeatedIn304.test(name)).flat(),
    textual: pairs.some(([name, value]) => name.toLowerCase() === 'content-type' && textualTypes.test(value)),
  };
  flat.set(headers, made);
  return made;
}

const repeatedIn304 =
  /^(cache-control|content-location|expires|vary|access-control-.*|link|x-content-type-options)$/i;
const textualTypes =
  /^(text\/|application\/(json|ld\+json|problem\+json|xml|rss\+xml|atom\+xml|javascript|feed\+json)|image\/svg\+xml)/i;
/** A body smaller than this gains nothing from being squeezed. */
const worthSqueezing = 700;

/** A reply kept ready. Codings are made when first asked for and kept. */
export class Entry {
  readonly status: number;
  readonly lastModified: number | null;
  readonly expiresAt: number;
  readonly staleIfError: boolean;
  readonly revision: number | undefined;
  readonly shows: object | undefined;
  readonly identity: Form;
  private readonly headers: string[];
  private readonly repeated: string[];
  private readonly tag: string;
  private readonly squeezable: boolean;
  private squeezed: Partial<Record<Coding, Form>> = {};
  private working: Partial<Record<Coding, Promise<Form>>> = {};
  /** Told how many bytes a new coding added; set by the store. */
  grown: (bytes: number) => void = () => undefined;
  /** Second chance for eviction: asked for since the hand last passed. */
  used = false;

  constructor(reply: Reply) {
    const body = typeof reply.body === 'string' ? Buffer.from(reply.body) : reply.body;
    this.status = reply.status;
    this.lastModified = reply.lastModified ? Math.floor(reply.lastModified.getTime() / 1000) * 1000 : null;
    this.expiresAt = reply.expiresAt ?? Infinity;
    this.staleIfError = reply.staleIfError ?? false;
    this.revision = reply.revision;
    this.shows = reply.shows;
    this.tag = reply.tag ?? createHash('sha256').update(body).digest('base64url').slice(0, 27);
    const { all, repeated, textual } = flattened(reply.headers);
    this.squeezable = textual && body.length >= worthSqueezing;
    const dated =
      this.lastModified === null ? [] : ['Last-Modified', new Date(this.lastModified).toUTCString()];
    this.headers = [...all, ...dated];
    this.repeated = [...repeated, ...dated];
    this.identity = this.form('identity', body);
  }

  /** Bytes held, headers reckoned in. */
  get size(): number {
    const bodies = [this.identity, ...Object.values(this.squeezed)].reduce(
      (sum, form) => sum + form.body.length,
      0,
    );
    return bodies + 1500;
  }

  /** The form to send at once, or a promise of it when its coding has to be made first. */
  get(accepted: readonly Coding[]): Form | Promise<Form> {
    const coding = accepted[0] ?? 'identity';
    if (coding === 'identity' || !this.squeezable) return this.identity;
    return this.squeezed[coding] ?? (this.working[coding] ??= this.squeeze(coding));
  }

  private async squeeze(coding: 'br' | 'gzip'): Promise<Form> {
    try {
      const form = this.form(coding, await squeeze[coding](this.identity.body));
      this.squeezed[coding] = form;
      this.grown(form.body.length);
      return form;
    } finally {
      delete this.working[coding];
    }
  }

  /** One strong ETag per coding: the bytes differ. */
  private form(coding: Coding, body: Buffer): Form {
    const etag = coding === 'identity' ? `"${this.tag}"` : `"${this.tag}-${coding}"`;
    const coded = coding === 'identity' ? [] : ['Content-Encoding', coding];
    return {
      etag,
      body,
      headers: [...this.headers, ...coded, 'Content-Length', String(body.length), 'ETag', etag],
      unchangedHeaders: [...this.repeated, 'ETag', etag],
    };
  }
}
