/** Cuts or joins what arrives into pieces of exactly `size` bytes; the last one may be shorter. */
export async function* pieces(source: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const part of source) {
    waiting.push(part);
    length += part.length;
    while (length >= size) {
      const all = Buffer.concat(waiting);
      yield all.subarray(0, size);
      waiting = [all.subarray(size)];
      length = all.length - size;
    }
  }
  if (length) yield Buffer.concat(waiting);
}
