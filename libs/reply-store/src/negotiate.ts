/** Content codings we make, best first. */
export const codings = ['br', 'gzip', 'identity'] as const;
export type Coding = (typeof codings)[number];

const remembered = new Map<string, readonly Coding[]>();
const nothingSaid: readonly Coding[] = ['identity'];

/**
 * The codings that a reply to this Accept-Encoding may have, best first (RFC 9110, 12.5.3): higher q first, of
 * equals brotli, then gzip. `identity` is always last unless refused; when all are refused it is sent all the same.
 */
export function acceptedCodings(header: string | undefined): readonly Coding[] {
  if (header === undefined) return nothingSaid;
  const known = remembered.get(header);
  if (known) return known;
  const accepted = read(header);
  // Browsers send few different ones; a flood of others must not grow it.
  if (remembered.size < 200 && header.length < 200) remembered.set(header, accepted);
  return accepted;
}

function read(header: string): readonly Coding[] {
  const weights = weightsOf(header);
  const weight = (coding: Coding) =>
    weights.get(coding) ?? weights.get('*') ?? (coding === 'identity' ? Number.MIN_VALUE : 0);
  const accepted = codings.filter((coding) => weight(coding) > 0);
  if (accepted.length === 0) return nothingSaid;
  return accepted.sort((a, b) => weight(b) - weight(a));
}

/**
 * `name;q=0.5, …` → name → q. A broken q counts as 0: better plain than unreadable. Strangers write it: its time grows
 * with its length and no faster.
 */
export function weightsOf(header: string): Map<string, number> {
  const weights = new Map<string, number>();
  for (const part of header.split(',', 50)) {
    const [name = '', ...parameters] = part
      .toLowerCase()
      .split(';', 20)
      .map((piece) => piece.trim());
    if (name === '') continue;
    const q = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    weights.set(name, q === undefined ? 1 : /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(q) ? Number(q) : 0);
  }
  return weights;
}
