import { connect, createServer } from 'node:net';

/**
 * A relay in front of PostgreSQL that counts the statements that pass: every Execute ('E') of the extended
 * protocol and every simple Query ('Q'). Source: PostgreSQL manual, "Frontend/Backend Protocol".
 * Answers `{ port, count(), close() }`; connections must not ask for TLS.
 */
export async function countStatements({ host, port }) {
  let statements = 0;
  const server = createServer((client) => {
    const upstream = connect({ host, port });
    const read = messages((type) => {
      if (type === 'E' || type === 'Q') statements += 1;
    });
    client.on('data', (chunk) => {
      read(chunk);
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => client.write(chunk));
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ])
      one.on('error', () => other.destroy()).on('close', () => other.destroy());
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { port: server.address().port, count: () => statements, close: () => server.close() };
}

/** Cuts a frontend stream into messages: the first has no type byte, each later one is type + length + body. */
function messages(tell) {
  let rest = Buffer.alloc(0);
  let started = false;
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const head = started ? 1 : 0;
      if (rest.length < head + 4) return;
      const size = head + rest.readInt32BE(head);
      if (rest.length < size) return;
      if (started) tell(String.fromCharCode(rest[0]));
      started = true;
      rest = rest.subarray(size);
    }
  };
}
