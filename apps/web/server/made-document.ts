import { commonHeaders } from './headers.ts';
import { monotonic, type Made } from './page-store.ts';
import type { Shows } from '@gonggo/contract/shows';
import { earlier, type Origin } from './upstream.ts';

/** A feed, sitemap or the like as the page store keeps it. */
export const madeDocument = (
  type: string,
  body: string,
  siteUrl: string,
  { sources, revision, expires }: Origin,
  /** When what it shows changes, beyond what the API said of its answers. */
  changes: number | null,
  shows: Shows,
): Made => ({
  sources,
  reply: {
    status: 200,
    headers: {
      'Content-Type': type,
      'Cache-Control': 'public, no-cache',
      Vary: 'Accept-Encoding',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      ...commonHeaders(siteUrl),
    },
    body,
    expiresAt: monotonic(earlier(expires, changes)),
    ...(revision === null ? {} : { revision }),
    staleIfError: true,
    shows,
  },
});
