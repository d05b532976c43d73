/** True for an RFC 3339 time with seconds and a zone that names a real moment. */
export function isMoment(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  const parts = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/.exec(
    value,
  );
  if (!parts || Number.isNaN(Date.parse(value))) return false;
  const [year, month, day] = parts.slice(1, 4).map(Number) as [number, number, number];
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * True for an absolute http(s) address without credentials, or a `mailto:` one where `mail` is set. `max`: of its
 * characters as given.
 */
export function isWebAddress(value: unknown, mail = false, max = 2000): value is string {
  if (typeof value !== 'string' || value.length > max || !URL.canParse(value)) return false;
  const url = new URL(value);
  if (mail && url.protocol === 'mailto:') return /^[^@\s]+@[^@\s]+$/.test(url.pathname);
  return (
    (url.protocol === 'https:' || url.protocol === 'http:') &&
    url.hostname !== '' &&
    !url.username &&
    !url.password
  );
}

/** A name and a host with a dot inside. */
const isMailbox = (text: string): boolean =>
  /^[^\s@/:]+@([^\s@/:]+)$/.exec(text)?.[1]?.slice(1, -1).includes('.') ?? false;

/**
 * What was typed as an address, whole: as it is, or with the scheme it lacks (`jobs@example.com` → `mailto:` where
 * `mail` is set, `example.com/jobs` → `https://`). Null when it is none.
 */
export function asWebAddress(typed: string, mail = false): string | null {
  const written = typed.trim();
  if (isWebAddress(written, mail)) return written;
  if (mail && isWebAddress(`mailto:${written}`, true) && isMailbox(written)) return `mailto:${written}`;
  const bare = /^[^\s@/:?#]+\.[^\s@/:?#.]{2,}(?::\d+)?(?:[/?#]\S*)?$/.test(written);
  return bare && isWebAddress(`https://${written}`) ? `https://${written}` : null;
}

/** True for an IANA time zone that this runtime knows, for example `Asia/Seoul`. */
export function isTimeZone(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > 64) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}
