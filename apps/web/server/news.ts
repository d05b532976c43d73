import { readTouches, type Touch } from '@gonggo/contract/touch';
import { listenerHeader, readFreshness } from '@gonggo/reply-store';
import http from 'node:http';
import https from 'node:https';
import type { ClientRequest } from 'node:http';
import { tellHeard } from './heard.ts';
import type { Upstream } from './upstream.ts';

export interface NewsOptions extends Upstream {
  /** We hear of every change after this revision from now on; what happened before is unknown. */
  connected: (revision: number | undefined) => void;
  /** Something readers see has changed, `touched` or anything: answers about it from before are out of date. */
  changed: (revision: number | undefined, touched: Touch[] | null) => void;
  /** Changes may happen unheard. */
  lost: () => void;
  /** Longest time without a byte before the connection counts as lost, in ms. */
  silence?: number;
}

const soonest = 100;
const latest = 2_000;
/** No line of the API's comes near it. */
const longestLine = 65_536;

/** Listens to the API's change stream and connects again for as long as it is not stopped. */
export function listenForNews({
  apiUrl,
  siteSecret,
  connected,
  changed,
  lost,
  silence = 45_000,
}: NewsOptions) {
  const url = new URL(`${apiUrl}/api/v1/changes/stream`);
  const headers = {
    accept: 'text/event-stream',
    ...(siteSecret ? { 'x-gonggo-secret': siteSecret } : {}),
  };
  const scheme = url.protocol === 'https:' ? https : http;
  let request: ClientRequest | undefined;
  let retry: NodeJS.Timeout | undefined;
  let wait = soonest;
  let stopped = false;

  function connect(): void {
    let over = false;
    let heard: ReturnType<typeof tellHeard> | undefined;
    const again = () => {
      if (over) return;
      over = true;
      heard?.stop();
      request?.destroy();
      lost();
      if (stopped) return;
      retry = setTimeout(connect, wait);
      wait = Math.min(wait * 2, latest);
    };
    request = scheme.get(url, { headers, agent: false, timeout: silence });
    request.on('timeout', again);
    request.on('error', again);
    request.on('response', (reply) => {
      reply.on('error', again);
      reply.on('end', again);
      reply.on('close', again);
      if (reply.statusCode !== 200) return again();
      wait = soonest;
      connected(readFreshness((name) => String(reply.headers[name] ?? '')).revision ?? undefined);
      // An API that does not know us by our secret does not wait for our word.
      const name = reply.headers[listenerHeader];
      if (typeof name === 'string') heard = tellHeard({ apiUrl, siteSecret }, name);
      onEvents(reply, (revision, touched) => {
        changed(revision, touched);
        if (revision !== undefined) heard?.upTo(revision);
      });
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

/** Calls `heard` for every event with data, with what it tells; comment lines are heartbeats. */
function onEvents(stream: NodeJS.ReadableStream, heard: NewsOptions['changed']): void {
  let line = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const lines = (line + chunk).split(/\r\n|\n|\r/);
    line = (lines.pop() ?? '').slice(0, longestLine);
    for (const each of lines) if (each.startsWith('data')) heard(...toldIn(each));
  });
}

function toldIn(line: string): Parameters<NewsOptions['changed']> {
  try {
    const told = JSON.parse(line.replace(/^data: ?/, '')) as { revision?: unknown; touched?: unknown };
    return [typeof told.revision === 'number' ? told.revision : undefined, readTouches(told.touched)];
  } catch {
    return [undefined, null]; // it is news all the same
  }
}
