import { readableByAll } from '../platform/http/cross-origin.ts';

const types = {
  json: 'application/json; charset=utf-8',
  html: 'text/html; charset=utf-8',
  markdown: 'text/markdown; charset=utf-8',
  text: 'text/plain; charset=utf-8',
  jsonld: 'application/ld+json; charset=utf-8',
};
export type ReplyType = keyof typeof types;

/**
 * Headers of every public reply (contract). `no-cache` = keep it, and ask with its ETag before showing it again: a
 * max-age could outlive a closing. The HTML is a fragment for others to place; opened by itself it may do nothing.
 */
export function headersFor(siteUrl: string): Record<ReplyType, Record<string, string>> {
  return {
    json: headersOf('json', siteUrl),
    html: headersOf('html', siteUrl),
    markdown: headersOf('markdown', siteUrl),
    text: headersOf('text', siteUrl),
    jsonld: headersOf('jsonld', siteUrl),
  };
}

function headersOf(type: ReplyType, siteUrl: string): Record<string, string> {
  const pictures = type === 'html' ? `; img-src ${new URL(siteUrl).origin}` : '';
  return {
    'Content-Type': types[type],
    'Cache-Control': 'public, no-cache',
    Vary: 'Accept, Accept-Encoding',
    'Access-Control-Allow-Origin': readableByAll['access-control-allow-origin'],
    'Access-Control-Expose-Headers': readableByAll['access-control-expose-headers'],
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Content-Security-Policy': `default-src 'none'${pictures}; frame-ancestors 'none'; sandbox`,
  };
}
