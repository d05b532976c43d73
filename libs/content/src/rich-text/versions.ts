export const richTextVersion = 1;

type Stored = { version?: unknown; doc?: unknown };

/** Version → what makes it the next one. A release reads the shapes before its own. */
const upcasters: Record<number, (doc: unknown) => unknown> = {};

/** The same text in today's shape, or null when nobody knows its version. */
export function upcast({ version, doc }: Stored): { version: typeof richTextVersion; doc: unknown } | null {
  if (typeof version !== 'number') return null;
  let at = version;
  let current = doc;
  for (let next = upcasters[at]; at < richTextVersion && next; next = upcasters[at]) {
    current = next(current);
    at++;
  }
  return at === richTextVersion ? { version: richTextVersion, doc: current } : null;
}
