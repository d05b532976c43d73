/** Work of one kind has places of its own: what is reserved can't be taken by what is not. */
export interface LaneLimits {
  /** How many are worked on at once. */
  places: number;
  /** How many may wait for a place. */
  queue: number;
  /** Longest wait in ms once the queue has stood for a while; 200 when left out. */
  patience?: number;
  /** Whether fewer are worked on at once while turns of the event loop are long. */
  yields?: boolean;
}

interface Waiting {
  since: number;
  begin: () => void;
  refuse: () => void;
}

/** Longest wait while the queue empties now and then: a burst, that will be worked off. */
const burstMs = 1_000;
/**
 * Longest wait once the queue has stood for `standingMs`: more comes than can be done. Whoever would wait longer, by how
 * soon places have come free of late, is refused on arrival.
 */
const overloadMs = 200;
const standingMs = 150;
const sweepMs = 10;
/**
 * A turn of the event loop that takes longer holds everybody up: those who would be refused, and those who connect, of
 * whom Node takes one a turn. Fewer are worked on at once then, down to `leastPlaces`; while turns are short, more and more again.
 */
const longTurnMs = 20;
const shortTurnMs = 8;
const leastPlaces = 2;
/** After so long without anybody waiting, all places are filled again. */
const forgetMs = 1_000;

/**
 * Admits as much work as can be done well, and refuses the rest at once instead of late. Waiting is told apart by
 * whether the queue ever empties (Nichols and Jacobson, "Controlling Queue Delay"): a burst waits and is served, a
 * crowd that stays is refused within `overloadMs`. Time spent in a blocked event loop counts as waiting.
 */
export class Lane {
  private readonly waiting: Waiting[] = [];
  private working = 0;
  /** Places that are filled at present: more while somebody waits and the event loop's turns are short. */
  private room: number;
  private turnAt = 0;
  private contendedAt = -Infinity;
  /** Of late, ms from one place that comes free to the next, while somebody waits. */
  private spacing = 0;
  private leftAt = 0;
  private emptyAt: number;
  private sweep: NodeJS.Timeout | undefined;

  constructor(
    private readonly limits: LaneLimits,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.emptyAt = now();
    this.room = limits.places;
  }

  /** Calls `begin` now or soon, or `refuse`. Whoever has begun calls `leave` once. */
  enter(begin: () => void, refuse: () => void): void {
    if (this.room < this.limits.places && this.now() - this.contendedAt > forgetMs)
      this.room = this.limits.places;
    if (this.working < this.room && this.waiting.length === 0) {
      this.working += 1;
      return begin();
    }
    const since = this.now();
    const { length } = this.waiting;
    if (length === 0) this.emptyAt = this.leftAt = since;
    const hopeless = since - this.emptyAt > standingMs && (length + 1) * this.spacing > this.longestWait;
    if (hopeless || length >= this.limits.queue) return refuse();
    this.waiting.push({ since, begin, refuse });
    this.sweep ??= this.soon();
  }

  leave(): void {
    const moment = this.now();
    this.working -= 1;
    if (this.waiting.length) this.spacing += (moment - this.leftAt - this.spacing) / 16;
    this.leftAt = moment;
    this.fill(moment);
  }

  /** More comes than can be done, and has for a while. */
  get overloaded(): boolean {
    return this.waiting.length > 0 && this.now() - this.emptyAt > standingMs;
  }

  get load(): { working: number; waiting: number } {
    return { working: this.working, waiting: this.waiting.length };
  }

  private patience(moment: number): number {
    return this.waiting.length > 0 && moment - this.emptyAt > standingMs ? this.longestWait : burstMs;
  }

  private get longestWait(): number {
    return this.limits.patience ?? overloadMs;
  }

  /** Gives free places to those who wait, and refuses those who have waited for too long. */
  private fill(moment: number): void {
    const longest = this.patience(moment);
    const isLate = ({ since }: Waiting) => moment - since > longest;
    let [next] = this.waiting;
    for (; next && (isLate(next) || this.working < this.room); [next] = this.waiting) {
      this.waiting.shift();
      if (isLate(next)) next.refuse();
      else {
        this.working += 1;
        next.begin();
      }
    }
    if (this.waiting.length === 0) this.emptyAt = moment;
  }

  private turn(): void {
    const moment = this.now();
    this.contendedAt = moment;
    if (this.limits.yields) this.fit(moment - this.turnAt);
    this.fill(moment);
    this.sweep = this.waiting.length ? this.soon() : undefined;
  }

  private soon(): NodeJS.Timeout {
    this.turnAt = this.now() + sweepMs;
    return setTimeout(() => this.turn(), sweepMs).unref();
  }

  /** `late`: how much longer than asked for the event loop took to come round. */
  private fit(late: number): void {
    if (late > longTurnMs)
      this.room = Math.max(Math.min(leastPlaces, this.room), Math.floor(this.room * 0.7));
    else if (late < shortTurnMs) this.room = Math.min(this.limits.places, this.room + 1);
  }
}
