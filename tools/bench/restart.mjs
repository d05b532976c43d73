import http from 'node:http';
import { openLoad } from './open-load.mjs';

/**
 * Ten rolling restarts of two instances behind a balancer, under load: how many requests fell.
 * `start()` answers `{ url, stop(patience, signal) }`; `ready` and `path` are asked of each instance.
 */
export async function rollingRestarts(name, { start, ready, path }, quick) {
  const restarts = quick ? 2 : 10;
  const instances = [await start(), await start()];
  const balancer = await balance(instances, ready);
  let over = false;
  const rolling = (async () => {
    for (let n = 0; n < restarts; n += 1) {
      const old = instances[n % 2];
      const fresh = await start();
      instances.push(fresh);
      await balancer.readyWith(fresh);
      await old.stop(25_000, 'SIGTERM');
      instances[n % 2] = instances.pop();
    }
    over = true;
  })();
  const total = { sent: 0, failed: 0 };
  while (!over || total.sent < (quick ? 500 : 20_000)) {
    const { one } = await openLoad({
      rate: 150,
      seconds: 5,
      next: () => ({ url: balancer.url + path, kind: 'one' }),
    });
    total.sent += one.sent;
    total.failed += one.failed + one.refused;
  }
  await rolling;
  balancer.close();
  for (const instance of instances) await instance.stop();
  return {
    [`Rolling restarts of the ${name} (${restarts}): requests dropped`]: `${total.failed} of ${total.sent}`,
  };
}

/** A balancer of the plainest kind: asks each instance every half a second whether it is ready, sends to those that are. */
async function balance(instances, ready) {
  const good = new Set();
  const agent = new http.Agent({ keepAlive: true });
  const check = async () => {
    for (const one of [...good]) if (!instances.includes(one)) good.delete(one);
    await Promise.all(
      instances.map(async (one) => {
        const reply = await fetch(one.url + ready, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
        if (reply?.ok) good.add(one);
        else good.delete(one);
        await reply?.arrayBuffer().catch(() => undefined);
      }),
    );
  };
  await check();
  const timer = setInterval(() => void check(), 500);
  let turn = 0;
  const server = http.createServer((req, res) => {
    const candidates = [...good];
    const target = candidates[(turn += 1) % candidates.length];
    if (!target) return void res.writeHead(502).end();
    const passed = http.request(
      target.url + req.url,
      { agent, headers: { host: req.headers.host } },
      (reply) => {
        res.writeHead(reply.statusCode, reply.headers);
        reply.on('error', () => res.destroy());
        reply.pipe(res);
      },
    );
    passed.on('error', () => (res.headersSent ? res.destroy() : res.writeHead(502).end()));
    passed.end();
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    async readyWith(one) {
      for (const end = Date.now() + 60_000; !good.has(one);) {
        if (Date.now() > end) throw new Error('A new instance did not become ready within 60 s.');
        await new Promise((done) => setTimeout(done, 100));
      }
    },
    close() {
      clearInterval(timer);
      agent.destroy();
      server.closeAllConnections();
      server.close();
    },
  };
}
