import type { CompareLine } from './compare.ts';

export interface DiffLine extends CompareLine {
  /** Not in the other text. */
  own: boolean;
}

/** Two texts line by line, each line marked when the other lacks it (longest common subsequence). */
export function diffLines(
  mine: readonly CompareLine[],
  theirs: readonly CompareLine[],
): { mine: DiffLine[]; theirs: DiffLine[] } {
  const shared: number[][] = Array.from({ length: mine.length + 1 }, () =>
    new Array<number>(theirs.length + 1).fill(0),
  );
  const at = (i: number, j: number) => shared[i]?.[j] ?? 0;
  for (let i = mine.length - 1; i >= 0; i--) {
    for (let j = theirs.length - 1; j >= 0; j--) {
      shared[i]![j] = alike(mine[i], theirs[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const both = { mine: [] as DiffLine[], theirs: [] as DiffLine[] };
  let [i, j] = [0, 0];
  while (i < mine.length || j < theirs.length) {
    const [left, right] = [mine[i], theirs[j]];
    if (left !== undefined && alike(left, right)) {
      both.mine.push({ ...left, own: false });
      both.theirs.push({ ...left, own: false });
      i++;
      j++;
    } else if (right === undefined || (left !== undefined && at(i + 1, j) >= at(i, j + 1))) {
      both.mine.push({ ...left!, own: true });
      i++;
    } else {
      both.theirs.push({ ...right, own: true });
      j++;
    }
  }
  return both;
}

const alike = (one: CompareLine | undefined, other: CompareLine | undefined) =>
  one?.text === other?.text && one?.imageId === other?.imageId;
