/** Work of one kind has places of its own: what is reserved can't be taken by what is not. */
export interface LaneLimits {
  /** How many are worked on at once. */
  places: number;
  /** How many may wait for a place. */
  queue: number;
}

interface Waiting {
  since: number;
  begin: () => void;
  refuse: () => void;
}

/** Longest wait while the queue empties now and then: a burst, that will be worked off. */
const burstMs = 1_000;
/** Longest wait once the queue has stood for `standingMs`: more comes than can be done, and waiting helps nobody. */
const overloadMs = 40;
const standingMs = 150;
const sweepMs = 10;

/**
 * Admits as much work as can be done well, and refuses the rest at once instead of late. Waiting is told apart by
 * whether the queue ever empties (Nichols and Jacobson, "Controlling Queue Delay"): a burst waits and is served, a
 * crowd that stays is refused within `overloadMs`. Time spent in a blocked event loop counts as waiting.
 */
export class Lane {
  private readonly waiting: Waiting[] = [];
  private working = 0;
  private emptyAt: number;
  private sweep: NodeJS.Timeout | undefined;

  constructor(
    private readonly limits: LaneLimits,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.emptyAt = now();
  }

  /** Calls `begin` now or soon, or `refuse`. Whoever has begun calls `leave` once. */
  enter(begin: () => void, refuse: () => void): void {
    if (this.working < this.limits.places && this.waiting.length === 0) {
      this.working += 1;
      return begin();
    }
    if (this.waiting.length >= this.limits.queue) return refuse();
    const since = this.now();
    if (this.waiting.length === 0) this.emptyAt = since;
    this.waiting.push({ since, begin, refuse });
    this.sweep ??= setTimeout(() => this.expire(), sweepMs).unref();
  }

  leave(): void {
    this.working -= 1;
    const moment = this.now();
    const longest = this.patience(moment);
    while (this.waiting.length && this.working < this.limits.places) {
      const next = this.waiting.shift() as Waiting;
      if (moment - next.since > longest) next.refuse();
      else {
        this.working += 1;
        next.begin();
      }
    }
    if (this.waiting.length === 0) this.emptyAt = moment;
  }

  /** More comes than can be done, and has for a while. */
  get overloaded(): boolean {
    return this.waiting.length > 0 && this.now() - this.emptyAt > standingMs;
  }

  get load(): { working: number; waiting: number } {
    return { working: this.working, waiting: this.waiting.length };
  }

  private patience(moment: number): number {
    return this.waiting.length > 0 && moment - this.emptyAt > standingMs ? overloadMs : burstMs;
  }

  private expire(): void {
    this.sweep = undefined;
    const moment = this.now();
    const longest = this.patience(moment);
    while (this.waiting.length && moment - (this.waiting[0] as Waiting).since > longest)
      (this.waiting.shift() as Waiting).refuse();
    if (this.waiting.length) this.sweep = setTimeout(() => this.expire(), sweepMs).unref();
    else this.emptyAt = moment;
  }
}
