/** Shorter times are not told from what a collection of garbage takes. */
const shortest = 10;
/** What eight times as much may take. */
export const mostGrowth = 12;
const rounds = 8;

/** Milliseconds of this process alone: what else the machine does must not count. Least of several tries. */
export function cost(run: () => void, tries: number): number {
  const spent = Array.from({ length: tries }, () => {
    const { user, system } = process.cpuUsage();
    run();
    const now = process.cpuUsage();
    return (now.user + now.system - user - system) / 1000;
  });
  return Math.min(...spent);
}

/** How many times as long eight times as much takes. Noise only adds: what seems too much is measured again. */
export function growth(make: (size: number) => () => void, size: number): number {
  const [small, large] = [make(size), make(8 * size)];
  let [one, eight] = [Infinity, Infinity];
  let times = Infinity;
  for (let round = 0; round < rounds && times >= mostGrowth; round++) {
    one = Math.min(one, cost(small, 3));
    eight = Math.min(eight, cost(large, 2));
    times = eight / Math.max(shortest, one);
  }
  return times;
}
