export interface DiffLine {
  text: string;
  /** Not in the other text. */
  own: boolean;
}

/** Two texts line by line, each line marked when the other lacks it (longest common subsequence). */
export function diffLines(
  mine: readonly string[],
  theirs: readonly string[],
): { mine: DiffLine[]; theirs: DiffLine[] } {
  const shared: number[][] = Array.from({ length: mine.length + 1 }, () =>
    new Array<number>(theirs.length + 1).fill(0),
  );
  const at = (i: number, j: number) => shared[i]?.[j] ?? 0;
  for (let i = mine.length - 1; i >= 0; i--) {
    for (let j = theirs.length - 1; j >= 0; j--) {
      shared[i]![j] = mine[i] === theirs[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const both = { mine: [] as DiffLine[], theirs: [] as DiffLine[] };
  let [i, j] = [0, 0];
  while (i < mine.length || j < theirs.length) {
    const [left, right] = [mine[i], theirs[j]];
    if (left !== undefined && left === right) {
      both.mine.push({ text: left, own: false });
      both.theirs.push({ text: left, own: false });
      i++;
      j++;
    } else if (right === undefined || (left !== undefined && at(i + 1, j) >= at(i, j + 1))) {
      both.mine.push({ text: left ?? '', own: true });
      i++;
    } else {
      both.theirs.push({ text: right, own: true });
      j++;
    }
  }
  return both;
}
