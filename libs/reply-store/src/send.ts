import type { IncomingMessage, ServerResponse } from 'node:http';
import { isUnchanged } from './conditional.ts';
import type { Entry, Form } from './entry.ts';
import { acceptedCodings } from './negotiate.ts';

/**
 * Writes a kept reply to a plain `node:http` response, with as little work as can be: coding, 304, HEAD.
 * `extra` are headers of this one response (name, value, …), for example its request id.
 */
export function send(req: IncomingMessage, res: ServerResponse, entry: Entry, extra?: string[]): void {
  const form = entry.get(acceptedCodings(req.headers['accept-encoding'] as string | undefined));
  if (form instanceof Promise) {
    form.then(
      (ready) => write(req, res, entry, ready, extra),
      () => write(req, res, entry, entry.identity, extra),
    );
  } else {
    write(req, res, entry, form, extra);
  }
}

function write(req: IncomingMessage, res: ServerResponse, entry: Entry, form: Form, extra?: string[]): void {
  if (res.destroyed || res.headersSent) return;
  const { headers } = req;
  // Most callers send neither header: two look-ups, and it is over.
  const conditional = headers['if-none-match'] !== undefined || headers['if-modified-since'] !== undefined;
  if (conditional && entry.status === 200 && isUnchanged(headers, form.etag, entry.lastModified)) {
    res.writeHead(304, extra ? form.unchangedHeaders.concat(extra) : form.unchangedHeaders);
    res.end();
    return;
  }
  res.writeHead(entry.status, extra ? form.headers.concat(extra) : form.headers);
  if (req.method === 'HEAD') res.end();
  else res.end(form.body);
}
