import { expect, test } from '@jest/globals';
import http from 'node:http';
import net from 'node:net';
import type { AddressInfo } from 'node:net';
import { drainingOf } from './draining.ts';

const listening = async (server: http.Server): Promise<number> => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
};

async function until(holds: () => boolean): Promise<void> {
  for (const end = Date.now() + 20_000; !holds();) {
    if (Date.now() > end) throw new Error(`Waited in vain: ${holds}`);
    await new Promise((done) => setTimeout(done, 5));
  }
}

test('a stop finishes every answer under way, and busy connections do not hold it up', async () => {
  let asked = 0;
  const server = http.createServer((_req, res) => {
    asked += 1;
    setTimeout(() => res.end('whole'), 30);
  });
  const draining = drainingOf(server);
  const port = await listening(server);
  const agent = new http.Agent({ keepAlive: true, maxSockets: 4 });
  const broken: string[] = [];
  let whole = 0;
  let stopping = false;
  /** Asks again and again on one connection, as a proxy in front of us would. */
  const ask = (): void => {
    const request = http.get({ port, host: '127.0.0.1', agent }, (reply) => {
      let body = '';
      reply.on('data', (chunk) => (body += chunk));
      reply.on('error', (error) => broken.push(String(error)));
      reply.on('end', () => {
        if (body === 'whole') whole += 1;
        else broken.push(body);
        ask();
      });
    });
    // Refused or closed while the stop began: whoever was not heard may ask elsewhere. Who was heard is counted above,
    // and must have been answered.
    request.on('error', (error) => {
      if (!stopping) broken.push(String(error));
    });
  };
  for (let n = 0; n < 4; n += 1) ask();
  await until(() => whole > 8);

  stopping = true;
  const began = Date.now();
  await draining.close(5_000);
  expect(Date.now() - began).toBeLessThan(2_000);
  await until(() => whole === asked);
  expect(broken).toEqual([]);
  agent.destroy();
});

test('what does not end by itself is ended after the grace', async () => {
  const server = http.createServer((_req, res) => void res.write('never'));
  const draining = drainingOf(server);
  const port = await listening(server);
  const reply = await fetch(`http://127.0.0.1:${port}`);
  const broken = reply.text().catch(() => 'broken');
  await draining.close(100);
  expect(await broken).toBe('broken');
});

test('connections on which nothing was asked do not hold the stop up', async () => {
  const server = http.createServer((_req, res) => void res.end());
  const draining = drainingOf(server);
  const port = await listening(server);
  let accepted = 0;
  server.on('connection', () => (accepted += 1));
  const ahead = [1, 2].map(() => net.connect(port, '127.0.0.1').on('error', () => undefined));
  await until(() => accepted === ahead.length);
  const began = Date.now();
  await draining.close(5_000);
  expect(Date.now() - began).toBeLessThan(2_000);
});

test('told to stop, it serves everybody still and keeps no connection', async () => {
  const server = http.createServer((_req, res) => void res.end('served'));
  const draining = drainingOf(server);
  const url = `http://127.0.0.1:${await listening(server)}`;
  expect((await fetch(url)).headers.get('connection')).toBe('keep-alive');
  draining.begin();
  for (let n = 0; n < 3; n += 1) {
    const reply = await fetch(url);
    expect([await reply.text(), reply.headers.get('connection')]).toEqual(['served', 'close']);
  }
  await draining.close(1_000);
  await expect(fetch(url)).rejects.toThrow();
});

test('a stop waits for the rest of a request that is half here', async () => {
  const server = http.createServer((_req, res) => res.end('whole'));
  const draining = drainingOf(server);
  const port = await listening(server);
  const half = net.connect(port, '127.0.0.1');
  const silent = net.connect(port, '127.0.0.1');
  let heard = '';
  let ended = false;
  half.on('data', (chunk) => (heard += String(chunk)));
  silent.on('close', () => (ended = true));
  half.write('GET / HTTP/1.1\r\nHost: a\r\n');
  await new Promise((done) => setTimeout(done, 100));
  const closed = draining.close(5_000);
  await until(() => ended);
  half.write('\r\n');
  await until(() => heard.includes('whole'));
  await closed;
});
