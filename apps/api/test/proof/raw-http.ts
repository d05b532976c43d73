import { request } from 'node:http';

/** A request as it goes over the wire: the path is sent as it is, nothing is normalised on the way. */
export interface RawRequest {
  method: string;
  path: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** Answer with the head alone and hang up: for streams that never end. */
  headOnly?: boolean;
}

export interface RawReply {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  /** From sending to the last byte, milliseconds. */
  ms: number;
}

/** No answer within this long is a failure of its own. */
const patienceMs = 15_000;

/** Sends what `fetch` would refuse to send, or would put right first. A connection of its own for each. */
export function send(base: string, { method, path, headers, body, headOnly }: RawRequest): Promise<RawReply> {
  const { hostname, port } = new URL(base);
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { hostname, port, method, path, headers: { ...headers, ...lengthOf(body, headers) }, agent: false },
      (incoming) => {
        const chunks: Buffer[] = [];
        const done = () =>
          resolve({
            status: incoming.statusCode ?? 0,
            headers: flat(incoming.headers),
            body: Buffer.concat(chunks),
            ms: performance.now() - started,
          });
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('end', done);
        incoming.on('error', reject);
        if (headOnly && incoming.headers['content-length'] === undefined) {
          done();
          incoming.destroy();
        }
      },
    );
    outgoing.setTimeout(patienceMs, () =>
      outgoing.destroy(new Error(`No answer in ${patienceMs} ms: ${method} ${path.slice(0, 200)}`)),
    );
    // A refusal may come, and the connection end, before a large body has left.
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** As the reply check takes it. */
export const asResponse = ({ status, headers, body }: RawReply): Response =>
  new Response([204, 205, 304].includes(status) ? null : new Uint8Array(body), { status, headers });

export function jsonOf(reply: RawReply): unknown {
  return reply.body.length ? JSON.parse(reply.body.toString('utf8')) : undefined;
}

/** GET and DELETE with a body need their length said. */
function lengthOf(body: string | Buffer | undefined, headers: Record<string, string> = {}) {
  const said = Object.keys(headers).some((name) => /^(content-length|transfer-encoding)$/i.test(name));
  return body === undefined || said ? {} : { 'content-length': String(Buffer.byteLength(body)) };
}

const flat = (headers: NodeJS.Dict<string | string[]>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]));
