import { commonHeaders } from './headers.ts';
import { monotonic, type Made } from './page-store.ts';
import type { Source } from './upstream.ts';

/** A feed, sitemap or the like as the page store keeps it. */
export const madeDocument = (
  type: string,
  body: string,
  siteUrl: string,
  sources: Source[],
  expires: number | null,
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
    expiresAt: monotonic(expires),
    staleIfError: true,
  },
});
