import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Makes the stop of a server that cuts nobody off: answers under way are finished, and no connection is kept for
 * more, neither those that were busy when the stop began nor those that send another request meanwhile. What is
 * still being answered after `grace` ms is ended.
 */
export function drainOf(server: Server): (grace: number) => Promise<void> {
  // Browsers connect ahead of need; Node does not count a connection without a request as idle.
  const silent = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  server.prependListener('request', ({ socket }) => silent.delete(socket));

  return async (grace) => {
    server.prependListener('request', (_req, res) => res.setHeader('connection', 'close'));
    const closed = new Promise((done) => server.close(done));
    const endIdle = () => {
      server.closeIdleConnections();
      for (const socket of silent) socket.destroy();
    };
    endIdle();
    const idle = setInterval(endIdle, 50);
    const late = setTimeout(() => server.closeAllConnections(), grace);
    await closed;
    clearInterval(idle);
    clearTimeout(late);
  };
}
