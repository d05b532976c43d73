/** Work that ends in the text later: pictures on their way up. */
export class UnderWay {
  /** How many works have failed so far. */
  failures = 0;
  private readonly works = new Set<Promise<unknown>>();
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  get any(): boolean {
    return this.works.size > 0;
  }

  /** The work itself; whoever waits for it already hears of its end first. */
  add<Result>(work: Promise<Result>): Promise<Result> {
    const over = () => {
      this.works.delete(work);
      this.tell();
    };
    this.works.add(work);
    work.then(over, () => {
      this.failures++;
      over();
    });
    this.tell();
    return work;
  }

  /** Resolves once nothing is under way any more. */
  async idle(): Promise<void> {
    while (this.any) await Promise.allSettled(this.works);
  }

  private tell() {
    for (const listener of this.listeners) listener();
  }
}
