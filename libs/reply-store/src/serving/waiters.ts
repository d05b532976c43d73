/** Those for whom we wait, in the order of their coming, counted for the network that each belongs to. */
export class Waiters<One extends object> {
  private readonly waiting = new Map<One, string | null>();
  private readonly perNetwork = new Map<string, Set<One>>();

  constructor(
    private readonly limits: { all: number; ofOne: number },
    /** Ends one of them: its time is over, or others need its place. */
    private readonly end: (one: One) => void,
  ) {}

  /** Takes one in; whoever has waited longest, of its network or of all, makes room. `network` null = of nobody's. */
  add(one: One, network: string | null): void {
    this.waiting.set(one, network);
    if (network !== null) {
      const siblings = this.perNetwork.get(network) ?? new Set<One>();
      this.perNetwork.set(network, siblings.add(one));
      if (siblings.size > this.limits.ofOne) this.giveUpFirst(siblings);
    }
    if (this.waiting.size > this.limits.all) this.giveUpFirst(this.waiting.keys());
  }

  remove(one: One): void {
    const network = this.waiting.get(one);
    if (network === undefined) return;
    this.waiting.delete(one);
    if (network === null) return;
    const siblings = this.perNetwork.get(network);
    siblings?.delete(one);
    if (siblings?.size === 0) this.perNetwork.delete(network);
  }

  giveUp(one: One): void {
    this.remove(one);
    this.end(one);
  }

  all(): One[] {
    return [...this.waiting.keys()];
  }

  get size(): number {
    return this.waiting.size;
  }

  private giveUpFirst(of: Iterable<One>): void {
    for (const first of of) return this.giveUp(first);
  }
}
