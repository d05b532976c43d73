import { ApiUnreachable, createClient, type Client } from '@gonggo/contract/client';

/** One reply of the API that something of ours was made from: its address on the API and its ETag. */
export type Source = [path: string, etag: string | null];

/** How long a page waits for the API, in ms. */
const patience = 5_000;

/** A client without credentials that notes what it was answered. */
export function recordingClient(apiUrl: string): { client: Client; sources: Source[] } {
  const sources: Source[] = [];
  const client = createClient({
    baseUrl: apiUrl,
    fetch: async (input, init) => {
      const reply = await ask(String(input), init?.headers, init?.method);
      sources.push([String(input).slice(apiUrl.length), reply.ok ? reply.headers.get('etag') : null]);
      return reply;
    },
  });
  return { client, sources };
}

/** Whether every source would be answered as it was. Throws when the API is out of reach. */
export async function stillTrue(apiUrl: string, sources: readonly Source[]): Promise<boolean> {
  const answers = await Promise.all(
    sources.map(async ([path, etag]) => {
      if (etag === null) return false;
      const reply = await ask(apiUrl + path, { accept: 'application/json', 'if-none-match': etag });
      await reply.arrayBuffer();
      if (reply.status >= 500) throw new Error(`The API answered ${reply.status}.`);
      return reply.status === 304;
    }),
  );
  return answers.every(Boolean);
}

/** Uncompressed: the API is near, and its ETags differ by coding. */
const ask = (url: string, headers: RequestInit['headers'] = {}, method = 'GET'): Promise<Response> =>
  fetch(url, {
    method,
    headers: { ...(headers as Record<string, string>), 'accept-encoding': 'identity' },
    signal: AbortSignal.timeout(patience),
  }).catch((cause: unknown) => {
    throw new ApiUnreachable(cause);
  });
