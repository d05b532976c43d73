const everyMs = 60_000;
const mostRemembered = 1_000;

/** Tells the first of many alike within a minute from the others, so that what repeats for ever fills no log. */
export class OnceAMinute {
  private readonly told = new Map<string, number>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  isFirst(what: string): boolean {
    const moment = this.now();
    if (moment - (this.told.get(what) ?? -Infinity) < everyMs) return false;
    if (this.told.size >= mostRemembered) this.told.clear();
    this.told.set(what, moment);
    return true;
  }
}
