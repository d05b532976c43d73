// That the printed addresses lead to us: by every name of this machine, and to nobody else.
import { lookup } from 'node:dns/promises';
import { connect, createServer, isIP } from 'node:net';
import { Problem } from './problem.mjs';
import { isLoopback } from './settings.mjs';

/** The loopback address that a server on `host` does not listen on; undefined when it has both, or neither. */
export async function otherLoopback(host) {
  const address = isIP(host)
    ? host
    : await lookup(host).then(
        (found) => found.address,
        () => undefined,
      );
  if (address === '::1') return '127.0.0.1';
  return address === '0.0.0.0' || address?.startsWith('127.') ? '::1' : undefined;
}

/** Refuses ports that another program has, on HOST or where `localhost` may lead instead. */
export async function refuseTakenPorts({ host, port, apiPort, siteUrl }) {
  const other = isLoopback(new URL(siteUrl).hostname) ? await otherLoopback(host) : undefined;
  const problems = [];
  for (const [name, number] of [
    ['PORT', port],
    ['API_PORT', apiPort],
  ]) {
    const code = await refusal(host, number);
    if (code) problems.push(problemOf(code, { host, name, number }));
    else if (other && (await refusal(other, number)) === 'EADDRINUSE') problems.push(stranger(other, number));
  }
  if (!problems.length) return;
  throw new Problem(
    `${problems.join('\n')}\nStop what runs there, or choose other ports: PORT=3001 API_PORT=4001 npm start`,
  );
}

/** The code with which this machine refuses to listen there; undefined = it does not. */
const refusal = (host, port) =>
  new Promise((done) => {
    const server = createServer()
      .once('error', (error) => done(error.code))
      .listen(port, host, () => server.close(() => done(undefined)));
  });

function problemOf(code, { host, name, number }) {
  if (code === 'EADDRINUSE')
    return `Port ${number} (${name}) is taken: by a Gonggo that already runs, or by another program.`;
  if (code === 'EACCES') return `Port ${number} (${name}) may not be used by this user.`;
  return `Nothing can listen on ${host}, port ${number} (HOST, ${name}): ${code}.`;
}

const bracketed = (host) => (isIP(host) === 6 ? `[${host}]` : host);
const stranger = (host, port) =>
  `Port ${port} is taken by another program on ${bracketed(host)}: http://localhost:${port} may lead there instead of to Gonggo.`;

/**
 * Passes on what comes by the loopback address that `host` leaves free, so that `localhost` leads to us whichever a
 * browser tries first, and nobody else can move in there. Answers how to stop it. Where a machine has no such address,
 * there is nothing to pass on.
 */
export async function bridgeLoopback({ host, port, apiPort, siteUrl }) {
  const other = await otherLoopback(host);
  if (!other) return async () => {};
  const near = host === '0.0.0.0' ? '127.0.0.1' : host;
  const sockets = new Set();
  const servers = [];
  const stop = async () => {
    for (const socket of sockets) socket.destroy();
    await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  };
  for (const number of [port, apiPort]) {
    const server = createServer({ allowHalfOpen: true }, (socket) => passOn(socket, near, number, sockets));
    const code = await new Promise((done) => {
      server
        .once('error', (error) => done(error.code))
        .listen(number, other, () => (servers.push(server), done(undefined)));
    });
    if (code === 'EADDRINUSE' && isLoopback(new URL(siteUrl).hostname)) {
      await stop();
      throw new Problem(stranger(other, number));
    }
  }
  return stop;
}

function passOn(socket, host, port, sockets) {
  const there = connect({ host, port, allowHalfOpen: true });
  for (const [one, another] of [
    [socket, there],
    [there, socket],
  ]) {
    sockets.add(one);
    one.on('error', () => another.destroy());
    one.on('close', () => {
      sockets.delete(one);
      another.destroySoon();
    });
    one.setNoDelay(true);
    one.pipe(another);
  }
}
