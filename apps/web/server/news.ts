import http from 'node:http';
import https from 'node:https';
import type { ClientRequest } from 'node:http';

export interface NewsOptions {
  apiUrl: string;
  /** We hear of every change from now on; what happened before is unknown. */
  connected: () => void;
  /** Something readers see has changed. */
  changed: () => void;
  /** Changes may happen unheard. */
  lost: () => void;
  /** Longest time without a byte before the connection counts as lost, in ms. */
  silence?: number;
}

const soonest = 100;
const latest = 2_000;

/** Listens to the API's change stream and connects again for as long as it is not stopped. */
export function listenForNews({ apiUrl, connected, changed, lost, silence = 45_000 }: NewsOptions) {
  const url = new URL(`${apiUrl}/api/v1/changes/stream`);
  const scheme = url.protocol === 'https:' ? https : http;
  let request: ClientRequest | undefined;
  let retry: NodeJS.Timeout | undefined;
  let wait = soonest;
  let stopped = false;

  function connect(): void {
    let over = false;
    const again = () => {
      if (over) return;
      over = true;
      request?.destroy();
      lost();
      if (stopped) return;
      retry = setTimeout(connect, wait);
      wait = Math.min(wait * 2, latest);
    };
    request = scheme.get(url, { headers: { accept: 'text/event-stream' }, agent: false, timeout: silence });
    request.on('timeout', again);
    request.on('error', again);
    request.on('response', (reply) => {
      reply.on('error', again);
      reply.on('end', again);
      reply.on('close', again);
      if (reply.statusCode !== 200) return again();
      wait = soonest;
      connected();
      onEvents(reply, changed);
    });
  }

  connect();
  return {
    stop(): void {
      stopped = true;
      clearTimeout(retry);
      request?.destroy();
    },
  };
}

/** Calls `heard` for every event with data; comment lines are heartbeats. */
function onEvents(stream: NodeJS.ReadableStream, heard: () => void): void {
  let line = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const lines = (line + chunk).split(/\r\n|\n|\r/);
    // Only a line's start matters: a long one is not gathered.
    line = (lines.pop() ?? '').slice(0, 16);
    if (lines.some((each) => each.startsWith('data'))) heard();
  });
}
