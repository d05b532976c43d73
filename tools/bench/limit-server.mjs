// The machine's limits, as a process of their own: `node limit-server.mjs`, told what to serve over IPC.
//   { kind: 'bytes', type, body }           raw node:http, the body in memory
//   { kind: 'row', type, url, sql, values } raw node:http, one prepared statement a request, its text column sent
import { createServer } from 'node:http';
import pg from 'pg';

process.on('disconnect', () => process.exit());
process.once('message', async (what) => {
  const server = createServer(what.kind === 'bytes' ? bytes(what) : row(what));
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
});

function bytes({ type, body }) {
  const buffer = Buffer.from(body);
  return (_request, response) => {
    response.writeHead(200, { 'content-type': type, 'content-length': buffer.length });
    response.end(buffer);
  };
}

function row({ type, url, sql, values }) {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  return async (_request, response) => {
    const { rows } = await pool.query({ name: 'row', text: sql, values });
    const buffer = Buffer.from(rows[0].body);
    response.writeHead(200, { 'content-type': type, 'content-length': buffer.length });
    response.end(buffer);
  };
}
