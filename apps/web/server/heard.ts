import { heardPath, writeHeard } from '@gonggo/reply-store';
import http from 'node:http';
import https from 'node:https';
import type { Upstream } from './upstream.ts';

/**
 * Tells the API which changes are forgotten here: writers are answered then. One word at a time, always the newest;
 * a word that is lost only makes one writer wait a moment longer.
 */
export function tellHeard({ apiUrl, siteSecret }: Upstream, listener: string) {
  const url = new URL(apiUrl + heardPath);
  const scheme = url.protocol === 'https:' ? https : http;
  const agent = new scheme.Agent({ keepAlive: true, maxSockets: 1 });
  const patience = 2_000;
  let newest = 0;
  let told = 0;
  let telling = false;

  function tell(): void {
    if (telling || told >= newest) return;
    telling = true;
    told = newest;
    const headers = { ...writeHeard({ listener, revision: told }), 'x-gonggo-secret': siteSecret ?? '' };
    const next = () => {
      telling = false;
      tell();
    };
    const request = scheme.request(url, { method: 'POST', headers, agent, timeout: patience });
    request.on('timeout', () => request.destroy());
    request.on('response', (reply) => reply.resume());
    request.on('error', () => undefined);
    request.once('close', next);
    request.end();
  }

  return {
    upTo(revision: number): void {
      newest = Math.max(newest, revision);
      tell();
    },
    stop: () => agent.destroy(),
  };
}
