import type { ServerResponse } from 'node:http';
import type { Change } from '@gonggo/contract';
import type { Touch } from '@gonggo/contract/touch';
import type { PublicNews } from '../platform/invalidation/news.ts';

/** What one connection may lie behind before it is hung up on. */
const maxBufferedBytes = 1_000_000;
const retryMs = 200;
const maxRetries = 25;

/** Lines of the feed, and the revision (`change_counter`) of the moment at which they were read. */
export interface Lines {
  changes: Change[];
  revision: number;
}

/**
 * One connection of the stream. Lines have numbers without holes: a line that does not follow the last one sent means
 * that some were missed, and they are fetched before anything else is sent.
 */
export class Listener {
  private fetching = false;
  private goal = 0;

  constructor(
    private readonly res: ServerResponse,
    /** Number of the last line that the listener has. */
    private last: number,
    /** The newest revision that the listener knows of. */
    private revision: number,
    private readonly after: (seq: number) => Promise<Lines>,
    /** One of our own sites: it is told what exactly was touched as well. */
    private readonly site: boolean,
  ) {}

  tell({ changes, revision, touched }: PublicNews): void {
    const fresh = changes.filter(({ seq }) => seq > this.last);
    const more = this.site && touched ? { touched } : {};
    if (fresh.length === 0) return this.refresh(revision, more);
    if (!this.fetching && fresh[0]?.seq === this.last + 1) this.send(fresh, revision, more);
    else this.catchUp(fresh.at(-1)?.seq);
  }

  /** Bytes changed, and no line says so: nothing happened to a posting, or the listener has the line already. */
  private refresh(revision: number, more: { touched?: Touch[] }): void {
    if (revision <= this.revision) return;
    this.revision = revision;
    this.write(`event: refresh\ndata: ${JSON.stringify({ revision, ...more })}\n\n`);
  }

  /** Fetches lines until there are no more, and at least up to `goal` (a replica may lie behind the news). */
  catchUp(goal = 0): void {
    this.goal = Math.max(this.goal, goal);
    if (this.fetching) return;
    this.fetching = true;
    this.fetch().catch(() => this.hangUp());
  }

  private async fetch(): Promise<void> {
    for (let tries = 0; tries < maxRetries && !this.res.destroyed;) {
      const { changes, revision } = await this.after(this.last);
      this.send(changes, revision);
      if (changes.length) continue;
      if (this.last >= this.goal) {
        this.fetching = false;
        return;
      }
      tries += 1;
      await new Promise((done) => setTimeout(done, retryMs));
    }
    this.hangUp();
  }

  comment(text: string): void {
    this.write(`: ${text}\n\n`);
  }

  hangUp(): void {
    this.res.end();
  }

  /** `more` belongs to the last line: it alone has the revision it is told with. */
  private send(changes: Change[], revision: number, more: { touched?: Touch[] } = {}): void {
    if (changes.length) this.revision = Math.max(this.revision, revision);
    for (const change of changes) {
      this.last = change.seq;
      const last = change === changes.at(-1) ? more : {};
      const data = JSON.stringify({ ...change, revision: this.revision, ...last });
      this.write(`id: ${change.seq}\nevent: change\ndata: ${data}\n\n`);
    }
  }

  private write(text: string): void {
    if (this.res.writableEnded || this.res.destroyed) return;
    this.res.write(text);
    if (this.res.writableLength > maxBufferedBytes) this.res.destroy();
  }
}
