import { request, type IncomingHttpHeaders } from 'node:http';

export interface StreamEvent {
  id: string | undefined;
  event: string;
  data: unknown;
}

export interface Stream {
  headers: IncomingHttpHeaders;
  /** What came so far. */
  events: StreamEvent[];
  stop(): void;
  /** When the other side hangs up. */
  ended: Promise<void>;
}

/** Listens to the change stream as a browser does; resolves once the line stands. */
export function listenTo(url: string, headers: Record<string, string> = {}, query = ''): Promise<Stream> {
  return new Promise((resolve, reject) => {
    const events: StreamEvent[] = [];
    const asked = request(`${url}/api/v1/changes/stream${query}`, { headers, agent: false }, (res) => {
      if (res.statusCode !== 200) {
        reject(new Error(`The stream answered ${res.statusCode}`));
        return void asked.destroy();
      }
      let text = '';
      const ended = new Promise<void>((done) => res.on('close', done));
      res.setEncoding('utf8');
      res.on('error', () => undefined);
      res.on('data', (chunk: string) => {
        text += chunk;
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        for (const block of blocks) {
          if (block === ': listening')
            resolve({ headers: res.headers, events, stop: () => asked.destroy(), ended });
          const fields = new Map(
            block.split('\n').map((line) => line.split(/: (.*)/s, 2) as [string, string]),
          );
          const data = fields.get('data');
          if (data)
            events.push({ id: fields.get('id'), event: fields.get('event') ?? '', data: JSON.parse(data) });
        }
      });
    });
    asked.on('error', (error) => reject(error));
    asked.end();
  });
}
