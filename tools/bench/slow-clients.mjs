import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { signIn } from './author.mjs';
import { openLoad } from './open-load.mjs';

const sorts = {
  idle: () => '',
  heads: () => 'GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ',
  bodies: () =>
    'POST /api/v1/sessions HTTP/1.1\r\nHost: a\r\nOrigin: http://localhost:3000\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n',
};

/** 1,000 clients of each sort that say next to nothing, and what others notice of them. Loopback only. */
export async function slowClients({ api, site, owner, slug }, quick) {
  const facts = {};
  for (const [name, server, path] of [
    ['API', api, '/api/v1/postings?limit=20'],
    ['site', site, `/posts/${encodeURIComponent(slug)}`],
  ]) {
    const real = () =>
      openLoad({
        rate: 100,
        seconds: quick ? 3 : 10,
        next: () => ({ url: server.url + path, kind: 'real' }),
      });
    await fetch(server.url + path); // a page is made once
    const quiet = (await real()).real;
    for (const [sort, opening] of Object.entries(sorts)) {
      const crowd = await slow(server, opening(), quick ? 300 : 1000);
      const { real: besides } = await real();
      const author = await signIn(server, owner).then(
        () => 'author signs in',
        ({ message }) => `author: ${message.slice(0, 60)}`,
      );
      crowd.end();
      facts[`Slow ${sort}, ${name}: p99 of others, ms (quiet)`] =
        `${besides.p99.toFixed(1)} (${quiet.p99.toFixed(1)}), ${besides.failed} failed, ${author}`;
    }
  }
  return facts;
}

/** Connections that begin so, and then say a letter every two seconds, until told to end. */
async function slow({ url }, opening, count) {
  const { hostname, port } = new URL(url);
  const sockets = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise((done) => {
          const socket = connect(Number(port), hostname, () => {
            if (opening) socket.write(opening);
            done(socket);
          });
          socket.on('error', () => done(socket));
        }),
    ),
  );
  // Each at a time of its own, as strangers are: all at once would measure how one thread writes a thousand times.
  let next = 0;
  const drip = setInterval(() => {
    for (const until = next + count / 100; next < until; next += 1) {
      const socket = sockets[next % count];
      if (opening && socket.writable) socket.write('x');
    }
  }, 20);
  await sleep(1_000); // until the server has taken all of them
  return {
    end() {
      clearInterval(drip);
      for (const socket of sockets) socket.destroy();
    },
  };
}
