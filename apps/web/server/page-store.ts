import type { Touch } from '@gonggo/contract/touch';
import { ReplyStore, type Entry, type Kept, type Reply } from '@gonggo/reply-store';
import { commonHeaders, readerPolicy } from './headers.ts';
import { readPageMeta, type PageMeta } from './page-meta.ts';
import type { Rendered, Renderer } from './renderer.ts';
import { affects, type Shows } from '@gonggo/contract/shows';
import { stillTrue, type Source } from './upstream.ts';

/** Something made from the API's answers: its reply, and which answers those were. */
export interface Made {
  reply: Reply;
  sources: Source[];
}

/** A page that was rendered but must not be kept: the API is away, or something broke. */
export class PageFailed extends Error {
  constructor(
    readonly status: number,
    readonly html: string | null,
    readonly policy: string,
    message: string,
  ) {
    super(message);
  }
}

/** Reader pages, feeds and sitemap as ready bytes, and the rules by which they are made and forgotten. */
export class PageStore {
  readonly store: ReplyStore;
  private readonly sources = new WeakMap<Entry, Source[]>();
  /** The newest revision heard of. */
  private newest = 0;

  constructor(
    private readonly renderer: Renderer,
    private readonly site: { apiUrl: string; siteUrl: string },
    maxBytes = 64 * 1024 * 1024,
  ) {
    this.store = new ReplyStore({ maxBytes });
    this.store.distrust(); // until the news come in
  }

  /**
   * Something readers see has changed: `touched`, or anything. News have numbers without holes; where one is missing,
   * what it told is unknown.
   */
  changed(revision: number | undefined, touched: Touch[] | null): void {
    const follows = revision !== undefined && revision === this.newest + 1;
    if (revision !== undefined) this.newest = Math.max(this.newest, revision);
    if (!touched || !follows) return this.store.drop(undefined, revision);
    this.store.dropPart(
      ({ shows }) => !shows || touched.some((touch) => affects(shows as Shows, touch)),
      revision,
    );
  }

  /** We hear of everything after this revision; what happened before is unknown. */
  trust(revision: number | undefined): void {
    this.newest = revision ?? 0;
    this.store.trust(revision);
  }

  /** The page kept for a canonical path, if it may be shown without asking anybody. */
  at(path: string): Entry | undefined {
    return this.store.get(path);
  }

  page(path: string): Promise<Kept> {
    return this.fill(path, () => this.renderPage(path));
  }

  async fill(key: string, make: () => Promise<Made>): Promise<Kept> {
    let made: Made | undefined;
    const kept = await this.store.fill(key, async (old) => {
      const known = old && this.sources.get(old);
      if (known && (await stillTrue(this.site.apiUrl, known))) return 'unchanged';
      made = await make();
      return made.reply;
    });
    if (made) this.sources.set(kept.entry, made.sources);
    return kept;
  }

  private async renderPage(path: string): Promise<Made> {
    const page = await this.renderer.render(path);
    const meta = readPageMeta(page.headers['x-gonggo-page']);
    const policy = readerPolicy(meta?.style ?? null);
    const problem = unfit(page, meta);
    if (problem) throw new PageFailed(500, null, policy, `${path}: ${problem}`);
    if (page.status >= 500)
      throw new PageFailed(page.status, page.body, policy, `${path} answered ${page.status}`);
    return {
      sources: meta?.sources ?? [],
      reply: {
        status: page.status,
        headers: pageHeaders(page, policy, this.site.siteUrl),
        body: page.body,
        expiresAt: monotonic(meta?.expires ?? null),
        ...(meta && meta.revision !== null ? { revision: meta.revision } : {}),
        staleIfError: page.status === 200,
        ...(meta ? { shows: meta.shows } : {}),
      },
    };
  }
}

/** A moment of the calendar (ms since 1970) on the clock that the store counts by. */
export const monotonic = (moment: number | null): number =>
  moment === null ? Infinity : performance.now() + (moment - Date.now());

/**
 * What is wrong with a page, or null. A page with a script of the framework's would be refused by our own policy in
 * the browser, and shows that the switch that turns scripts off has stopped working.
 */
export function unfit({ status, headers, body }: Rendered, meta: PageMeta | null): string | null {
  if (status >= 300 && status < 400)
    return headers.location?.startsWith('/') ? null : 'leads to another host';
  if (!meta) return `no word about itself (${status})`;
  if (/<script(?! type="application\/ld\+json">)/i.test(body)) return 'a script other than structured data';
  if (/<link[^>]+\/_next\/static\/[^>]+\.js/i.test(body)) return 'a script that is loaded ahead';
  return null;
}

function pageHeaders({ headers }: Rendered, policy: string, siteUrl: string): Record<string, string> {
  return {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'public, no-cache',
    Vary: 'Accept-Encoding',
    'Content-Security-Policy': policy,
    'Speculation-Rules': '"/speculation.json"',
    ...commonHeaders(siteUrl),
    ...(headers.location ? { Location: headers.location } : {}),
  };
}
