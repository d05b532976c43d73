import { Problem, overloaded } from '../platform/problem/problem.ts';

/** Open streams of all visitors together, of one network of theirs, and of our own sites. */
const mostVisitors = 500;
const mostOfNetwork = 20;
const mostSites = 100;

/**
 * Who may listen: streams last, so that whoever opens enough of them would shut out all others. No one network can,
 * and all visitors together never take the places of our own sites.
 */
export class StreamPlaces {
  private readonly taken = new Map<string, number>();
  private visitors = 0;
  private sites = 0;

  /** Takes a place for a visitor's network, or for a site of ours (null); answers how to give it back. Throws 429, 503. */
  take(network: string | null): () => void {
    return network === null ? this.takeForSite() : this.takeFor(network);
  }

  private takeForSite(): () => void {
    if (this.sites >= mostSites) throw tooMany();
    this.sites += 1;
    return once(() => (this.sites -= 1));
  }

  private takeFor(network: string): () => void {
    const before = this.taken.get(network) ?? 0;
    if (before >= mostOfNetwork) throw tooManyOfYours();
    if (this.visitors >= mostVisitors) throw tooMany();
    this.visitors += 1;
    this.taken.set(network, before + 1);
    return once(() => {
      this.visitors -= 1;
      const left = (this.taken.get(network) ?? 1) - 1;
      if (left > 0) this.taken.set(network, left);
      else this.taken.delete(network);
    });
  }
}

function once(act: () => void): () => void {
  let done = false;
  return () => {
    if (!done) act();
    done = true;
  };
}

const tooMany = () => overloaded('Too many listen already. Poll /changes.', 30);
const tooManyOfYours = () =>
  new Problem(
    429,
    'too-many-requests',
    `Your network has ${mostOfNetwork} streams open. Share one, or poll /changes.`,
    { headers: { 'retry-after': '30' } },
  );
