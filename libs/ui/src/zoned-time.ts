/** Whether this browser knows the clock of `zone`; where it doesn't, the functions below show that of UTC. */
export function isKnownZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

/** The wall clock of `zone` at `moment` (RFC 3339), as `<input type="datetime-local">` writes it: `2026-12-31T23:59`. */
export function wallClock(moment: string, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: isKnownZone(zone) ? zone : 'UTC',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(moment));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/**
 * The moment at which the clock of `zone` shows `clock`, in UTC; null when `clock` is no time. A clock time that
 * a change to summer time skips moves forward; one that happens twice is its first.
 */
export function momentOf(clock: string, zone: string): string | null {
  const asUtc = Date.parse(`${clock}Z`);
  if (Number.isNaN(asUtc)) return null;
  const offsets = [asUtc - 86_400_000, asUtc + 86_400_000].map((at) => offset(at, zone));
  const moments = offsets.map((minutes) => asUtc - minutes * 60_000);
  const exact = moments.filter((at) => wallClock(new Date(at).toISOString(), zone) === clock.slice(0, 16));
  return new Date(exact.length ? Math.min(...exact) : Math.max(...moments))
    .toISOString()
    .replace('.000Z', 'Z');
}

/** Minutes by which the clock of `zone` is ahead of UTC at `at`. */
function offset(at: number, zone: string): number {
  const whole = Math.floor(at / 60_000) * 60_000;
  return (Date.parse(`${wallClock(new Date(whole).toISOString(), zone)}Z`) - whole) / 60_000;
}
