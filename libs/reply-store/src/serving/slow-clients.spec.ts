import { expect, test } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { bearSlowClients, patience } from './slow-clients.ts';
import { Waiters } from './waiters.ts';

async function serving(now: () => number, listener: Parameters<typeof createServer>[1]) {
  const server: Server = createServer(listener);
  bearSlowClients(server, {
    networkOf: ({ headers }) => String(headers['x-network'] ?? 'one'),
    peerOf: () => null,
    tooSlow: 'HTTP/1.1 408 Request Timeout\r\nconnection: close\r\n\r\n',
    now,
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const sockets: Socket[] = [];
  return {
    server,
    open(text: string) {
      const heard = { text: '', closed: false };
      const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
      socket.on('data', (chunk) => (heard.text += chunk)).on('error', () => undefined);
      socket.on('close', () => (heard.closed = true));
      socket.write(text);
      sockets.push(socket);
      return { socket, heard };
    },
    async stop() {
      sockets.forEach((socket) => socket.destroy());
      await new Promise((done) => server.close(done));
    },
  };
}

const post = (network: string) =>
  `POST / HTTP/1.1\r\nHost: a\r\nX-Network: ${network}\r\nContent-Length: 9000\r\n\r\n`;
const sweep = () => new Promise((done) => setTimeout(done, 2_200));

test('a body that stands still is given up, one that comes on is not', async () => {
  let moment = 0;
  const site = await serving(
    () => moment,
    (req, res) => void req.resume().on('end', () => res.end('got it')),
  );
  const still = site.open(post('a'));
  const steady = site.open(post('b'));
  await sweep();
  moment = 9_000;
  steady.socket.write('x'.repeat(8_000));
  await sweep();
  moment = 15_000;
  await sweep();
  expect(still.heard).toMatchObject({ text: expect.stringContaining('408'), closed: true });
  expect(steady.heard.closed).toBe(false);
  steady.socket.write('x'.repeat(1_000));
  await sweep();
  expect(steady.heard.text).toContain('got it');
  await site.stop();
});

test('a body that drips is given up, however regularly', async () => {
  let moment = 0;
  const site = await serving(
    () => moment,
    (req) => void req.resume(),
  );
  const drip = site.open(post('a'));
  for (let n = 0; n < 8 && !drip.heard.closed; n += 1) {
    moment += 5_000;
    drip.socket.write('x');
    await sweep();
  }
  expect(drip.heard.closed).toBe(true);
  await site.stop();
});

test('who does not take an answer is ended after a while', async () => {
  let moment = 0;
  const site = await serving(
    () => moment,
    (_req, res) => void res.end(Buffer.alloc(30_000_000)),
  );
  const { socket, heard } = site.open('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
  socket.pause();
  await sweep();
  moment = 61_000;
  await sweep();
  socket.resume();
  await sweep();
  expect(heard.closed).toBe(true);
  expect(heard.text.length).toBeLessThan(30_000_000);
  await site.stop();
});

test('whoever has waited longest of the fullest makes room', () => {
  const ended: string[] = [];
  const waiters = new Waiters<{ name: string }>({ all: 4, ofOne: 2 }, ({ name }) => void ended.push(name));
  const add = (name: string, network: string | null) => waiters.add({ name }, network);
  for (const name of ['a1', 'a2', 'a3']) add(name, 'a');
  expect(ended).toEqual(['a1']);
  add('b1', 'b');
  add('n1', null);
  add('n2', null);
  expect(ended).toEqual(['a1', 'a2']);
  expect(waiters.size).toBe(4);
});

test('nobody is waited for longer than half a minute on either server', () => {
  expect(patience.headersTimeout).toBeLessThanOrEqual(10_000);
  expect(patience.keepAliveTimeout + patience.connectionsCheckingInterval).toBeLessThanOrEqual(30_000);
});
