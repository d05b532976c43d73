import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

export interface Draining {
  /** From now on every answer ends its connection, so that whoever asks again comes to another instance. */
  begin(): void;
  /** Ends what is idle, now and until the server is closed. */
  endIdle(): void;
  /** Closes the server: answers under way are finished, those that take longer than `grace` ms are ended. */
  close(grace: number): Promise<void>;
}

/**
 * Makes the stop of a server that cuts nobody off: answers under way are finished, and no connection is kept for
 * more, neither those that were busy when the stop began nor those that send another request meanwhile.
 */
export function drainingOf(server: Server): Draining {
  // Browsers connect ahead of need; Node does not count a connection without a request as idle.
  const silent = new Set<Socket>();
  let begun = false;
  server.on('connection', (socket: Socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  server.prependListener('request', ({ socket }: IncomingMessage, res: ServerResponse) => {
    silent.delete(socket);
    if (begun) res.setHeader('connection', 'close');
  });

  const endIdle = () => {
    server.closeIdleConnections();
    // Not those of which a request is half here: the rest is on its way.
    for (const socket of silent) if (socket.bytesRead === 0) socket.destroy();
  };
  const begin = () => void (begun = true);
  return {
    begin,
    endIdle: () => {
      begin();
      endIdle();
      const idle = setInterval(endIdle, 50).unref();
      server.once('close', () => clearInterval(idle));
    },
    async close(grace) {
      begin();
      const closed = new Promise((done) => server.close(done));
      endIdle();
      const idle = setInterval(endIdle, 50);
      const late = setTimeout(() => server.closeAllConnections(), grace);
      await closed;
      clearInterval(idle);
      clearTimeout(late);
    },
  };
}
