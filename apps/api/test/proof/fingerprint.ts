import type { TestDatabase } from '../support/database.ts';

/** What moves by itself when somebody merely asks: when they were last seen, how often they tried. */
const ignored: Record<string, string[]> = {
  session: ['seen_at', 'expires_at'],
  account: ['seen_at'],
  api_key: ['used_at'],
};

/** Rows that a refusal itself leaves behind. */
const ofRefusals = { audit_event: `WHERE action <> 'access.refused'` } as Record<string, string>;

/** Every table as one line: how many rows, and a hash over all of them. Equal fingerprints = nothing was changed. */
export async function fingerprint({ sql }: Pick<TestDatabase, 'sql'>): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  const parts = tables
    .filter(({ name }) => name !== 'rate_limit')
    .map(({ name }) => {
      const but = (ignored[name] ?? []).map((column) => `'${column}'`).join(', ');
      const row = `(to_jsonb(t) - ARRAY[${but}]::text[])::text`;
      return `SELECT '${name}' AS name, count(*) || ' ' || coalesce(sum(hashtextextended(${row}, 0)), 0) AS hash FROM "${name}" t ${ofRefusals[name] ?? ''}`;
    });
  const rows = await sql<{ name: string; hash: string }>(parts.join(' UNION ALL '));
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]));
}

/** Waits until nothing is left to do in the background, so that what changes next is the caller's doing. */
export async function quiet({ sql }: Pick<TestDatabase, 'sql'>, forMs = 30_000): Promise<void> {
  for (const end = Date.now() + forMs; Date.now() < end;) {
    const [row] = await sql<{ due: number }>(
      `SELECT count(*)::int AS due FROM job WHERE done_at IS NULL AND run_at < clock_now() + interval '5 s'`,
    );
    if (row?.due === 0) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('Background jobs did not come to an end.');
}
