import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a server that goes through our hands. */
export interface TroubledWay {
  /** The database's address by this way. */
  url: string;
  /** While muted it takes connections and bytes, and hands nothing on. */
  mute(now: boolean): void;
  /** Ends every connection in good order. */
  cut(): void;
  /** Breaks every connection off. */
  reset(): void;
  mend(): void;
  stop(): void;
}

export async function troubledWay(databaseUrl: string): Promise<TroubledWay> {
  const url = new URL(databaseUrl);
  const [host, port] = [url.hostname, Number(url.port || 5432)];
  const near = new Set<Socket>();
  const far = new Set<Socket>();
  let muted = false;
  const pass = (from: Socket, to: Socket, all: Set<Socket>) => {
    all.add(from);
    from.on('error', () => to.destroy());
    from.on('close', () => {
      all.delete(from);
      to.destroy();
    });
    from.on('data', (bytes) => void (muted || to.write(bytes)));
  };
  const server = createServer((client) => {
    const upstream = connect({ host, port });
    pass(client, upstream, near);
    pass(upstream, client, far);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  const mute = (now: boolean) => {
    muted = now;
    // What was said meanwhile is lost: such connections can't go on.
    if (!now) for (const socket of [...near, ...far]) socket.destroy();
  };
  return {
    url: url.href,
    mute,
    cut: () => near.forEach((socket) => socket.end()),
    reset: () => near.forEach((socket) => socket.resetAndDestroy()),
    mend: () => mute(false),
    stop: () => {
      server.close();
      for (const socket of [...near, ...far]) socket.destroy();
    },
  };
}
