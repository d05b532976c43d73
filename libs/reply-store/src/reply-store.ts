import { Entry, type Reply } from './entry.ts';
import { Shelf } from './shelf.ts';

export interface ReplyStoreOptions {
  /** Bytes of all kept replies together, every coding and the keys counted. */
  maxBytes: number;
  /** How many 404, 410 and other refusals are kept. They also count in bytes. */
  maxRefusals?: number;
  /** How long a reply that cannot be checked may be shown, in ms: 5 minutes at most. */
  staleMs?: number;
  /** The monotonic clock; tests pass their own. */
  now?: () => number;
}

/** What a render answers: a new reply, or that the one at hand is still true. */
export type Rendered = Reply | 'unchanged';

interface Fill {
  entry: Promise<Kept>;
}

/** An entry, and whether it is shown without having been checked. */
export interface Kept {
  entry: Entry;
  stale: boolean;
}

/** A change of part of what is shown: what came before `revision` and shows that part is outdated. */
interface PartialDrop {
  revision: number;
  affects: (entry: Entry) => boolean;
}

const fiveMinutes = 300_000;
/** So many partial drops are remembered, for replies that were on their way meanwhile. */
const mostRemembered = 500;

/**
 * Ready replies under their keys, bounded in bytes. One render per key at a time; a drop detaches renders that are
 * already running, so that what they bring is sent to those who waited but never kept. Nothing is shown past its
 * `expiresAt`.
 *
 * While no news arrive (`distrust`), every reading renders anew and may confirm what is at hand; only when that
 * fails, entries that allow it are shown, marked stale, for `staleMs` from the moment news stopped.
 */
export class ReplyStore {
  private readonly shelf: Shelf;
  private readonly fills = new Map<string, Fill>();
  private readonly now: () => number;
  private readonly staleMs: number;
  private distrustedAt: number | null = null;
  private required = 0;
  /** Oldest first. */
  private partial: PartialDrop[] = [];

  constructor({
    maxBytes,
    maxRefusals = 1000,
    staleMs = fiveMinutes,
    now = () => performance.now(),
  }: ReplyStoreOptions) {
    this.shelf = new Shelf(maxBytes, maxRefusals);
    this.staleMs = Math.min(staleMs, fiveMinutes);
    this.now = now;
  }

  /** The kept reply, if it may be shown without asking anybody. */
  get(key: string): Entry | undefined {
    if (this.distrustedAt !== null) return undefined;
    const entry = this.shelf.get(key);
    if (entry === undefined) return undefined;
    if (entry.expiresAt !== Infinity && this.now() >= entry.expiresAt) {
      this.shelf.delete(key);
      return undefined;
    }
    entry.used = true;
    return entry;
  }

  /** The kept reply, or the one that `render` makes; all who ask meanwhile get the same one. */
  async fill(key: string, render: (old: Entry | undefined) => Promise<Rendered>): Promise<Kept> {
    const entry = this.get(key);
    if (entry) return { entry, stale: false };
    const running = this.fills.get(key);
    if (running) return running.entry;

    const fill = {} as Fill;
    this.fills.set(key, fill);
    fill.entry = this.render(key, fill, render).finally(() => {
      if (this.fills.get(key) === fill) this.fills.delete(key);
    });
    return fill.entry;
  }

  private async render(
    key: string,
    fill: Fill,
    render: (old: Entry | undefined) => Promise<Rendered>,
  ): Promise<Kept> {
    const old = this.showable(key);
    let rendered: Rendered;
    try {
      rendered = await render(old);
    } catch (error) {
      // Only what is on the shelf still: a drop while we asked takes the old one away as well.
      const stale = this.fills.get(key) === fill ? this.showable(key) : undefined;
      if (stale?.staleIfError && this.now() - (this.distrustedAt ?? -Infinity) <= this.staleMs) {
        return { entry: stale, stale: true };
      }
      throw error;
    }
    if (rendered === 'unchanged') {
      if (!old) throw new Error(`Nothing is at hand for ${key} that could be unchanged`);
      return { entry: old, stale: false };
    }
    const entry = new Entry(rendered);
    const detached = this.fills.get(key) !== fill;
    if (!detached && !this.outdated(entry) && this.now() < entry.expiresAt) this.shelf.put(key, entry);
    return { entry, stale: false };
  }

  private outdated(entry: Entry): boolean {
    const { revision } = entry;
    if (revision === undefined) return false;
    if (revision < this.required) return true;
    return this.partial.some((change) => revision < change.revision && change.affects(entry));
  }

  private showable(key: string): Entry | undefined {
    const entry = this.shelf.get(key);
    return entry && this.now() < entry.expiresAt ? entry : undefined;
  }

  /**
   * Forgets one key, those a test accepts, or everything, and detaches the renders of it. `revision`: replies that
   * carry a smaller one are not kept any more, however late they come (a replica that lags).
   */
  drop(which?: string | ((key: string) => boolean), revision?: number): void {
    if (revision !== undefined && revision > this.required) this.required = revision;
    if (which === undefined) {
      this.partial = [];
      this.shelf.clear();
      this.fills.clear();
    } else if (typeof which === 'string') {
      this.shelf.delete(which);
      this.fills.delete(which);
    } else {
      for (const [key] of this.shelf.entries()) if (which(key)) this.shelf.delete(key);
      for (const key of this.fills.keys()) if (which(key)) this.fills.delete(key);
    }
  }

  /**
   * Forgets what `affects` says a change has touched, and detaches all renders: what they will show is not known yet.
   * Replies older than `revision` that come later are kept if they show nothing of it.
   */
  dropPart(affects: (entry: Entry) => boolean, revision: number): void {
    for (const [key, entry] of this.shelf.entries()) if (affects(entry)) this.shelf.delete(key);
    this.fills.clear();
    this.partial.push({ revision, affects });
    const forgotten = this.partial.length > mostRemembered ? this.partial.shift() : undefined;
    if (forgotten) this.required = Math.max(this.required, forgotten.revision);
  }

  /** News stopped coming: from now on nothing is shown unasked. */
  distrust(): void {
    if (this.distrustedAt !== null) return;
    this.distrustedAt = this.now();
    this.fills.clear();
  }

  /**
   * News come again. What happened meanwhile is unknown, so everything is dropped; `revision` is the newest one that
   * whoever brings the news knows of, and takes the place of all heard before (the database may be an older copy).
   */
  trust(revision = 0): void {
    this.drop();
    this.required = revision;
    this.distrustedAt = null;
  }

  get trusted(): boolean {
    return this.distrustedAt === null;
  }

  get size(): { bytes: number; entries: number; refusals: number } {
    return this.shelf.size;
  }
}
