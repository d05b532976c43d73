import type { Server } from 'node:http';

/**
 * Stops a server without cutting anybody off: answers under way are finished, and no connection is kept for more,
 * neither those that were busy when the stop began nor those that send another request meanwhile. What is still
 * being answered after `grace` ms is ended.
 */
export async function drain(server: Server, grace: number): Promise<void> {
  server.prependListener('request', (_req, res) => res.setHeader('connection', 'close'));
  const closed = new Promise((done) => server.close(done));
  server.closeIdleConnections();
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const late = setTimeout(() => server.closeAllConnections(), grace);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}
