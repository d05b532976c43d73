const everyMs = 60_000;
const mostRemembered = 1_000;

/** Tells the first of many alike within a minute from the others, so that what repeats for ever fills no log. */
export class OnceAMinute {
  private readonly told = new Map<string, number>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  isFirst(what: string): boolean {
    const moment = this.now();
    if (moment - (this.told.get(what) ?? -Infinity) < everyMs) return false;
    this.told.delete(what); // the oldest stands first
    for (const [oldest, at] of this.told) {
      if (moment - at < everyMs) break;
      this.told.delete(oldest);
    }
    // Of more than can be remembered none is told: it is the flood that would be written down.
    if (this.told.size >= mostRemembered) return false;
    this.told.set(what, moment);
    return true;
  }
}
