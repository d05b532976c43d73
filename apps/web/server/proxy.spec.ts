import { beforeEach, expect, test } from '@jest/globals';
import net from 'node:net';
import { until, frontOfEachTest } from '../test/support.ts';

const front = frontOfEachTest();
/** What the API understood: a line for each request. */
let understood: string[];

beforeEach(async () => {
  understood = [];
  front.api.answer = (req, res) => {
    let body = '';
    req.on('data', (chunk) => (body += chunk));
    req.on('end', () => {
      understood.push(`${req.method} ${req.url} ${body}`);
      res.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  };
});

/** Sends bytes to the site as they are, and waits for the head of an answer. */
async function send(...lines: string[]): Promise<void> {
  const socket = net.connect(front.site.port, '127.0.0.1');
  socket.write(lines.join('\r\n'));
  let heard = '';
  socket.on('data', (chunk) => (heard += chunk)).on('error', () => undefined);
  await until(() => heard.includes('\r\n\r\n'));
  socket.destroy();
}

const smuggled = 'POST /api/v1/drafts/1/withdraw HTTP/1.1\r\nX-Ignore: ';

// Rule F: nobody's request is made of another's bytes. Source: RFC 9112, 11.2 (request smuggling).
test.each([
  ['GET', `Content-Length: ${smuggled.length}`, ''],
  ['HEAD', `Content-Length: ${smuggled.length}`, ''],
  ['OPTIONS', `Content-Length: ${smuggled.length}`, ''],
  ['GET', 'Transfer-Encoding: chunked', 'chunked'],
  ['DELETE', `Content-Length: ${smuggled.length}\r\nConnection: keep-alive, content-length`, ''],
  ['OPTIONS', `Content-Length: ${smuggled.length}\r\nConnection: content-length`, ''],
  ['DELETE', 'Transfer-Encoding: chunked\r\nConnection: transfer-encoding', 'chunked'],
])('the body of %s with %s is never taken for a request', async (method, framing, coding) => {
  const body =
    coding === 'chunked' ? `${smuggled.length.toString(16)}\r\n${smuggled}\r\n0\r\n\r\n` : smuggled;
  for (let n = 0; n < 3; n += 1) {
    await send(`${method} /api/healthz HTTP/1.1`, 'Host: site.test', framing, '', body);
    const next = await front.site.get('/api/v1/me', { method: 'POST', body: 'mine' });
    expect(next.status).toBe(200);
  }
  const carried = method === 'DELETE' ? smuggled : '';
  expect(understood).toEqual(
    Array.from({ length: 3 }, () => [`${method} /api/healthz ${carried}`, 'POST /api/v1/me mine']).flat(),
  );
});

test('bodies of writes arrive whole, with and without a length', async () => {
  await front.site.get('/api/v1/drafts', { method: 'POST', body: '{"a":1}' });
  await front.site.get('/api/v1/drafts/1', { method: 'DELETE' });
  await send(
    'PATCH /api/v1/me HTTP/1.1',
    'Host: site.test',
    'Transfer-Encoding: chunked',
    '',
    '2\r\n{}\r\n0\r\n\r\n',
  );
  expect(understood).toEqual([
    'POST /api/v1/drafts {"a":1}',
    'DELETE /api/v1/drafts/1 ',
    'PATCH /api/v1/me {}',
  ]);
});

// The API hangs up on a body that is too large; a visitor is told so by us, whatever form it comes in.
test.each(['announced', 'in chunks'])('a body larger than the API takes is told so: %s', async (how) => {
  const megabytes = Buffer.alloc(3 * 1024 * 1024, 'x');
  const chunks = new ReadableStream({
    start(controller) {
      for (let at = 0; at < megabytes.length; at += 65_536)
        controller.enqueue(megabytes.subarray(at, at + 65_536));
      controller.close();
    },
  });
  const reply = await front.site.get('/api/v1/drafts', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: how === 'announced' ? megabytes : chunks,
    ...(how === 'announced' ? {} : { duplex: 'half' }),
  } as RequestInit);
  expect([reply.status, (await reply.json()).code]).toEqual([413, 'too-large']);
  expect(understood).toEqual([]);
});
