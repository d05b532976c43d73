import http from 'node:http';

const tickMs = 10;
/** What has not been answered by then counts as failed. */
const patienceMs = 10_000;
/** Served well means within this. */
const wellMs = 1_000;

/** As a proxy before us would hold them. */
const connections = 512;

/**
 * Sends `rate` requests a second whatever becomes of them (open model): a crowd does not wait for each other's
 * answers. `next` gives each request as `{ url, headers?, method?, body?, kind }`; answers one line a kind. They come
 * over connections that are open already where `warm` is given, which is asked for on each first: Node takes one new connection a turn of
 * its event loop, which is what a proxy is for.
 */
export async function openLoad({ rate, seconds, warm, next }) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections, maxFreeSockets: connections });
  if (warm) await Promise.all(Array.from({ length: connections }, () => ask({ url: warm }, agent, {})));
  const kinds = {};
  const open = new Set();
  const began = performance.now();
  let sent = 0;
  await new Promise((done) => {
    const timer = setInterval(() => {
      const elapsed = performance.now() - began;
      const due = Math.min(elapsed, seconds * 1000) * (rate / 1000);
      for (; sent < due; sent += 1) {
        const one = ask(next(), agent, kinds).finally(() => open.delete(one));
        open.add(one);
      }
      if (elapsed < seconds * 1000) return;
      clearInterval(timer);
      done();
    }, tickMs);
  });
  await Promise.all(open);
  agent.destroy();
  return Object.fromEntries(Object.entries(kinds).map(([kind, all]) => [kind, summary(all, seconds)]));
}

/** One request: its status (0 = none came) and how long it took, put down under its kind. */
function ask({ url, method = 'GET', headers = {}, body, kind }, agent, kinds) {
  const all = (kinds[kind] ??= []);
  const began = performance.now();
  return new Promise((done) => {
    const end = (status) => {
      all.push({ status, ms: performance.now() - began });
      done();
    };
    const request = http.request(url, { method, headers, agent, timeout: patienceMs }, (reply) => {
      reply.on('error', () => end(0));
      reply.on('end', () => end(reply.statusCode));
      reply.resume();
    });
    request.on('timeout', () => request.destroy(new Error('no answer')));
    request.on('error', () => end(0));
    request.end(body);
  });
}

function summary(all, seconds) {
  const good = all.filter(({ status }) => status >= 200 && status < 400);
  const refused = all.filter(({ status }) => status === 503 || status === 429);
  return {
    sent: all.length,
    perSecond: good.filter(({ ms }) => ms <= wellMs).length / seconds,
    share: good.length / Math.max(1, all.length),
    p99: p99(good),
    refused: refused.length,
    refusedP99: p99(refused),
    failed: all.length - good.length - refused.length,
  };
}

export function p99(all) {
  const sorted = all.map(({ ms }) => ms).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))] ?? 0;
}
