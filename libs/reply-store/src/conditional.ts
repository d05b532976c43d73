import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether the caller's copy is the one we would send (RFC 9110, 13.1). If-None-Match compares weakly and, where it
 * is sent, If-Modified-Since does not count.
 */
export function isUnchanged(
  headers: IncomingHttpHeaders,
  etag: string,
  lastModified: number | null,
): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) return tags === etag || matchesOne(tags, etag);
  const since = headers['if-modified-since'];
  // The longest form of a date in HTTP has 33 characters.
  if (since === undefined || since.length > 40 || lastModified === null) return false;
  const moment = Date.parse(since);
  // An HTTP date has whole seconds; a moment in the future is no date we gave.
  return moment <= Date.now() && lastModified <= moment;
}

function matchesOne(tags: string, etag: string): boolean {
  if (tags.trim() === '*') return true;
  for (const [, tag] of tags.matchAll(/(?:W\/)?("[^"]*")/g)) if (tag === etag) return true;
  return false;
}
