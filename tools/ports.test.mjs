import assert from 'node:assert/strict';
import { createServer as createHttp, get } from 'node:http';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { test } from 'node:test';
import { bridgeLoopback, otherLoopback, refuseTakenPorts } from './ports.mjs';
import { Problem } from './problem.mjs';

const hasIpv6 = Object.values(networkInterfaces()).some((all) =>
  all.some(({ address }) => address === '::1'),
);
const listen = (server, port, host) =>
  new Promise((done, fail) =>
    server.once('error', fail).listen(port, host, () => done(server.address().port)),
  );
const close = (server) => new Promise((done) => server.close(done));
/** Two ports that are free at this moment. */
async function freePorts() {
  const servers = [createServer(), createServer()];
  const ports = await Promise.all(servers.map((server) => listen(server, 0, '127.0.0.1')));
  await Promise.all(servers.map(close));
  return ports;
}
const page = (url) =>
  new Promise((done, fail) => {
    get(url, { agent: false }, (reply) => {
      let text = '';
      reply
        .setEncoding('utf8')
        .on('data', (part) => (text += part))
        .on('end', () => done(text));
    }).on('error', fail);
  });

test('which loopback address a host leaves to others', async () => {
  for (const [host, other] of [
    ['127.0.0.1', '::1'],
    ['127.0.0.2', '::1'],
    ['0.0.0.0', '::1'],
    ['::1', '127.0.0.1'],
    ['::', undefined],
    ['192.0.2.7', undefined],
  ])
    assert.equal(await otherLoopback(host), other, host);
});

test('a stranger at the other loopback address is noticed and named', { skip: !hasIpv6 }, async () => {
  const [port, apiPort] = await freePorts();
  const settings = { host: '127.0.0.1', port, apiPort, siteUrl: `http://localhost:${port}` };
  await refuseTakenPorts(settings);
  const stranger = createServer();
  await listen(stranger, port, '::1');
  try {
    await assert.rejects(refuseTakenPorts(settings), (error) => {
      assert.ok(error instanceof Problem);
      assert.match(error.message, new RegExp(`Port ${port} is taken by another program on \\[::1\\]`));
      return true;
    });
    await assert.rejects(bridgeLoopback(settings), Problem);
    // Behind a proxy nobody comes by that name.
    await refuseTakenPorts({ ...settings, siteUrl: 'https://careers.example.com' });
  } finally {
    await close(stranger);
  }
});

test('every loopback name leads to the same program', { skip: !hasIpv6 }, async () => {
  const [port, apiPort] = await freePorts();
  for (const host of ['127.0.0.1', '::1', '0.0.0.0']) {
    const servers = [createHttp((_, reply) => reply.end('site')), createHttp((_, reply) => reply.end('api'))];
    await listen(servers[0], port, host);
    await listen(servers[1], apiPort, host);
    const stop = await bridgeLoopback({ host, port, apiPort, siteUrl: `http://localhost:${port}` });
    for (const name of ['127.0.0.1', '[::1]', 'localhost']) {
      assert.equal(await page(`http://${name}:${port}/`), 'site', `${name} on ${host}`);
      assert.equal(await page(`http://${name}:${apiPort}/`), 'api', `${name} on ${host}`);
    }
    await stop();
    await Promise.all(servers.map(close));
  }
});
